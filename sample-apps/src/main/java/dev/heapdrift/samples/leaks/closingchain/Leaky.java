package dev.heapdrift.samples.leaks.closingchain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/**
 * A desktop with windows. Each window wraps what is to be done at closing time into an action that
 * also saves its place, and never takes that back when it is closed itself.
 */
public final class Leaky {
  private Runnable atClosing = () -> {};
  private long shown;

  /** Opens and closes 2,000 windows a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky desktop = new Leaky();
    OldCollections collections = new OldCollections();
    int windows =
        Pace.of(args)
            .run(
                2_000,
                turn -> {
                  desktop.show(turn % 800, turn % 600, 100 + turn % 100, 100 + turn % 50);
                  collections.ifDue();
                });
    System.out.println(windows + " windows, " + desktop.shown + " pixels");
  }

  private void show(long left, long top, long width, long height) {
    shown += width * height;
    Runnable before = atClosing;
    atClosing = // grows: closing-chain
        () -> {
          save(left + top + width + height);
          before.run();
        };
  }

  private static void save(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("off the desktop: " + place);
    }
  }
}
