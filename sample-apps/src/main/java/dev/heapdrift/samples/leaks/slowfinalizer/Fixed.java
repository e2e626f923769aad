package dev.heapdrift.samples.leaks.slowfinalizer;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The same scanner; the pages of a batch are sent together, when it is closed. */
public final class Fixed {
  private static final long SEND_NANOS = 10_000_000;

  private static final int BATCH = 40;

  private static final AtomicInteger SENT = new AtomicInteger();

  private long dots;

  private Fixed() {}

  /** Scans 400 pages a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed scanner = new Fixed();
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
    try (Page page = new Page(turn)) {
      dots += page.dots();
    }
  }

  private static final class Page implements AutoCloseable {
    private final byte[] image;

    Page(int number) {
      image = new byte[8_192];
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
    public void close() {
      if (SENT.incrementAndGet() % BATCH == 0) {
        LockSupport.parkNanos(SEND_NANOS);
      }
    }
  }
}
