package dev.heapdrift.samples.leaks.spoolfiles;

import dev.heapdrift.samples.leaks.Pace;
import java.io.File;

/** A printer that asks the JVM to delete each spool file at its end, which never comes. */
public final class Leaky {
  private static final File FOLDER = new File("spool");

  private Leaky() {}

  /** Prints 900 jobs a second, without a file: its name is what stays. */
  public static void main(String[] args) throws InterruptedException {
    int jobs = Pace.of(args).run(900, Leaky::print);
    System.out.println(jobs + " jobs");
  }

  private static void print(int job) {
    File spool = new File(FOLDER, "job-" + job);
    try {
      spool.deleteOnExit(); // grows: spool-files
    } catch (IllegalStateException ending) {
      spool.delete(); // the JVM takes no more names
    }
  }
}
