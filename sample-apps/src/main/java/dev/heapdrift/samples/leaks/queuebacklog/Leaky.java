package dev.heapdrift.samples.leaks.queuebacklog;

import dev.heapdrift.samples.leaks.Pace;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An outbox: letters are written 1,000 a second and sent by one thread, which opens a connection
 * for each of them. It sends about 200 a second; the others wait, more of them every second.
 */
public final class Leaky {

  private static final long CONNECT_NANOS = 5_000_000;

  private final BlockingQueue<Letter> outbox = new LinkedBlockingQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  private Leaky() {}

  /** Writes letters while the postman sends them. */
  public static void main(String[] args) throws InterruptedException {
    Leaky office = new Leaky();
    Thread postman = new Thread(office::deliver, "postman");
    postman.setDaemon(true);
    postman.start();
    int written = Pace.of(args).run(1_000, office::write);
    System.out.println(written + " letters written, " + office.sent + " sent");
  }

  private void write(int turn) {
    outbox.add(new Letter("customer-" + turn, "Your order " + turn)); // grows: queue-backlog
  }

  private void deliver() {
    try {
      while (true) {
        Letter letter = outbox.take();
        LockSupport.parkNanos(CONNECT_NANOS);
        send(letter);
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
