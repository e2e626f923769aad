package dev.heapdrift.samples.leaks.cleanertiles;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A map viewer that draws tiles. A Cleaner is to free the texture of a tile nobody shows any more;
 * but the action refers to the tile, so that it never becomes unreachable.
 */
public final class Leaky {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicInteger TEXTURES = new AtomicInteger();

  private Leaky() {}

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
    private final int texture;

    Tile(int turn) {
      pixels = new byte[64 + turn % 16];
      texture = TEXTURES.incrementAndGet();
      CLEANER.register(this, () -> free(texture)); // grows: cleaner-tiles
    }

    long draw() {
      return pixels.length;
    }

    private void free(int freed) {
      TEXTURES.addAndGet(freed > 0 ? -1 : 0);
    }
  }
}
