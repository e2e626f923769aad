package dev.heapdrift.samples.leaks.chatthreads;

import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A chat in which a thread reads for each visitor. Leaving sets a flag; but the thread looks at it
 * only after the next message, and nobody writes to one who has left.
 */
public final class Leaky {
  private static final int PRESENT = 10;

  private final Queue<Visitor> visitors = new ArrayDeque<>();

  private Leaky() {}

  /** Ten visitors come each second; each stays for one. */
  public static void main(String[] args) throws InterruptedException {
    Leaky chat = new Leaky();
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
    private volatile boolean present = true;
    private final AtomicInteger shown = new AtomicInteger();

    void enter() {
      Thread reader = new Thread(this::read, "reader");
      reader.setDaemon(true);
      reader.start(); // grows: chat-threads
    }

    void tell(String message) {
      inbox.add(message);
    }

    private void read() {
      try {
        while (present) {
          shown.addAndGet(inbox.take().length());
        }
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    }

    void leave() {
      present = false;
    }
  }
}
