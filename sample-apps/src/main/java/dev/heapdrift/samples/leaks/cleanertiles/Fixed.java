package dev.heapdrift.samples.leaks.cleanertiles;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/** The same map viewer; the action knows the texture only. */
public final class Fixed {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicInteger TEXTURES = new AtomicInteger();

  private Fixed() {}

  /** Draws 450 tiles a second. */
  public static void main(String[] args) throws InterruptedException {
    long[] drawn = new long[1];
    OldCollections collections = new OldCollections();
    int tiles =
        Pace.of(args)
            .run(
                450,
                turn -> {
                  drawn[0] += new Tile(turn).draw();
                  collections.ifDue();
                });
    System.out.println(tiles + " tiles, " + drawn[0] + " pixels");
  }

  private static final class Tile {
    private final byte[] pixels;

    Tile(int turn) {
      pixels = new byte[64 + turn % 16];
      CLEANER.register(this, new Texture(TEXTURES.incrementAndGet()));
    }

    long draw() {
      return pixels.length;
    }
  }

  private record Texture(int number) implements Runnable {
    @Override
    public void run() {
      TEXTURES.addAndGet(number > 0 ? -1 : 0);
    }
  }
}
