package dev.heapdrift.samples.leaks.futuredependants;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.concurrent.CompletableFuture;

/** A print server. Each job asks to be told when the server closes, and is done long before. */
public final class Leaky {
  private static final int PAGE = 400;

  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private long pages;

  /** Prints 400 jobs a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky server = new Leaky();
    OldCollections collections = new OldCollections();
    int jobs =
        Pace.of(args)
            .run(
                400,
                turn -> {
                  server.print(new Job(turn));
                  collections.ifDue();
                });
    System.out.println(jobs + " jobs, " + server.pages + " pages");
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for an abort
  private void print(Job job) {
    closing.thenRun(job::abort); // grows: future-dependants
    pages += job.print();
  }

  private static final class Job {
    private final byte[] text;
    private boolean aborted;

    Job(int turn) {
      text = new byte[100 + turn % 100]; // grows: future-texts
    }

    int print() {
      byte[] page = new byte[PAGE];
      System.arraycopy(text, 0, page, 0, text.length);
      return aborted ? 0 : page.length / PAGE;
    }

    void abort() {
      aborted = true;
    }
  }
}
