package dev.heapdrift.samples.leaks.queuebacklog;

import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The same outbox; the postman sends all that waits over one connection. */
public final class Fixed {

  private static final long CONNECT_NANOS = 5_000_000;

  private final BlockingQueue<Letter> outbox = new LinkedBlockingQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  private Fixed() {}

  /** Writes letters while the postman sends them. */
  public static void main(String[] args) throws InterruptedException {
    Fixed office = new Fixed();
    Thread postman = new Thread(office::deliver, "postman");
    postman.setDaemon(true);
    postman.start();
    int written = Pace.of(args).run(1_000, office::write);
    System.out.println(written + " letters written, " + office.sent + " sent");
  }

  private void write(int turn) {
    outbox.add(new Letter("customer-" + turn, "Your order " + turn));
  }

  private void deliver() {
    List<Letter> bag = new ArrayList<>();
    try {
      while (true) {
        bag.add(outbox.take());
        outbox.drainTo(bag);
        LockSupport.parkNanos(CONNECT_NANOS);
        bag.forEach(this::send);
        bag.clear();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Letter letter) {
    if (!letter.to().isEmpty()) {
      sent.incrementAndGet();
    }
  }

  private record Letter(String to, String subject) {}
}
