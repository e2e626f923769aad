package dev.heapdrift.samples.leaks.guestportraits;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * A hotel that keeps a portrait of each guest for as long as it knows the guest. The portrait knows
 * whom it shows, so that the map itself keeps every guest.
 */
public final class Leaky {
  private static final Map<Guest, Portrait> PORTRAITS = new WeakHashMap<>();

  private Leaky() {}

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
    PORTRAITS.put(guest, new Portrait(guest)); // grows: guest-portraits
  }

  private static final class Guest {
    private final int room;

    Guest(int turn) {
      this.room = turn % 400;
    }
  }

  private static final class Portrait {
    private final Guest shown;
    private final byte[] pixels;

    Portrait(Guest shown) {
      this.shown = shown;
      this.pixels = new byte[16 + shown.room % 16];
    }

    @Override
    public String toString() {
      return "room " + shown.room + ", " + pixels.length + " pixels";
    }
  }
}
