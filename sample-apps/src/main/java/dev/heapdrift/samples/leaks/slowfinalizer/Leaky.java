package dev.heapdrift.samples.leaks.slowfinalizer;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.concurrent.locks.LockSupport;

/**
 * A scanner whose pages are sent to the archive by their finalizer. Sending takes 10 ms, so one
 * thread sends 100 a second of the 400 that are scanned.
 */
public final class Leaky {
  private static final long SEND_NANOS = 10_000_000;

  private long dots;

  private Leaky() {}

  /** Scans 400 pages a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky scanner = new Leaky();
    OldCollections collections = new OldCollections();
    int pages =
        Pace.of(args)
            .run(
                400,
                turn -> {
                  scanner.scan(turn);
                  collections.ifDue();
                });
    System.out.println(pages + " pages, " + scanner.dots + " dots");
  }

  private void scan(int turn) {
    Page page = new Page(turn);
    dots += page.dots();
  }

  private static final class Page {
    private final byte[] image;

    Page(int number) {
      image = new byte[8_192]; // grows: slow-finalizer
      image[number % image.length] = 1;
    }

    int dots() {
      int dots = 0;
      for (byte dot : image) {
        dots += dot;
      }
      return dots;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
      LockSupport.parkNanos(SEND_NANOS);
    }
  }
}
