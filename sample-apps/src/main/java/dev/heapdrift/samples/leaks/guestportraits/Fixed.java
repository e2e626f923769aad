package dev.heapdrift.samples.leaks.guestportraits;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.Map;
import java.util.WeakHashMap;

/** The same hotel; a portrait keeps the number of the room, not the guest. */
public final class Fixed {
  private static final Map<Guest, Portrait> PORTRAITS = new WeakHashMap<>();

  private Fixed() {}

  /** 700 guests a second come and leave. */
  public static void main(String[] args) throws InterruptedException {
    OldCollections collections = new OldCollections();
    int guests =
        Pace.of(args)
            .run(
                700,
                turn -> {
                  visit(new Guest(turn));
                  collections.ifDue();
                });
    System.out.println(guests + " guests");
  }

  private static void visit(Guest guest) {
    PORTRAITS.put(guest, new Portrait(guest.room));
  }

  private static final class Guest {
    private final int room;

    Guest(int turn) {
      this.room = turn % 400;
    }
  }

  private static final class Portrait {
    private final int room;
    private final byte[] pixels;

    Portrait(int room) {
      this.room = room;
      this.pixels = new byte[16 + room % 16];
    }

    @Override
    public String toString() {
      return "room " + room + ", " + pixels.length + " pixels";
    }
  }
}
