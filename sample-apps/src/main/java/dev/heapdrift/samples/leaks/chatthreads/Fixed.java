package dev.heapdrift.samples.leaks.chatthreads;

import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The same chat; who leaves interrupts the thread that reads for him. */
public final class Fixed {
  private static final int PRESENT = 10;

  private final Queue<Visitor> visitors = new ArrayDeque<>();

  private Fixed() {}

  /** Ten visitors come each second; each stays for one. */
  public static void main(String[] args) throws InterruptedException {
    Fixed chat = new Fixed();
    int came = Pace.of(args).run(10, chat::visit);
    System.out.println(came + " visitors, " + chat.visitors.size() + " present");
  }

  private void visit(int turn) {
    Visitor visitor = new Visitor();
    visitor.enter();
    visitor.tell("Welcome, number " + turn);
    visitors.add(visitor);
    if (visitors.size() > PRESENT) {
      visitors.remove().leave();
    }
  }

  private static final class Visitor {
    private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private final AtomicInteger shown = new AtomicInteger();
    private final Thread reader = new Thread(this::read, "reader");

    void enter() {
      reader.setDaemon(true);
      reader.start();
    }

    void tell(String message) {
      inbox.add(message);
    }

    private void read() {
      try {
        while (true) {
          shown.addAndGet(inbox.take().length());
        }
      } catch (InterruptedException left) {
        Thread.currentThread().interrupt();
      }
    }

    void leave() {
      reader.interrupt();
    }
  }
}
