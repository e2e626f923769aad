package dev.heapdrift.samples.leaks.futuredependants;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The same print server; a job leaves the set of those to be told when it is done. */
public final class Fixed {
  private static final int PAGE = 400;

  private final Set<Job> printing = ConcurrentHashMap.newKeySet();
  private long pages;

  /** Prints 400 jobs a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed server = new Fixed();
    OldCollections collections = new OldCollections();
    int jobs =
        Pace.of(args)
            .run(
                400,
                turn -> {
                  server.print(new Job(turn));
                  collections.ifDue();
                });
    server.close();
    System.out.println(jobs + " jobs, " + server.pages + " pages");
  }

  private void print(Job job) {
    printing.add(job);
    try {
      pages += job.print();
    } finally {
      printing.remove(job);
    }
  }

  private void close() {
    printing.forEach(Job::abort);
  }

  private static final class Job {
    private final byte[] text;
    private boolean aborted;

    Job(int turn) {
      text = new byte[100 + turn % 100];
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
