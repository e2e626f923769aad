package dev.heapdrift.samples.leaks.closingchain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** The same desktop; a window saves its place when it is closed, and is forgotten. */
public final class Fixed {
  private long shown;

  /** Opens and closes 2,000 windows a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed desktop = new Fixed();
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
    Runnable atClosing = () -> save(left + top + width + height);
    atClosing.run();
  }

  private static void save(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("off the desktop: " + place);
    }
  }
}
