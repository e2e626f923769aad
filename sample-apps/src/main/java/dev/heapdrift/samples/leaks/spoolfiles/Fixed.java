package dev.heapdrift.samples.leaks.spoolfiles;

import dev.heapdrift.samples.leaks.Pace;
import java.io.File;

/** The same printer; each spool file is deleted when it is printed, and only what resists stays. */
public final class Fixed {
  private static final File FOLDER = new File("spool");

  private Fixed() {}

  /** Prints 900 jobs a second, without a file. */
  public static void main(String[] args) throws InterruptedException {
    int jobs = Pace.of(args).run(900, Fixed::print);
    System.out.println(jobs + " jobs");
  }

  private static void print(int job) {
    File spool = new File(FOLDER, "job-" + job);
    spool.delete();
    if (spool.exists()) {
      spool.deleteOnExit(); // who else has it open
    }
  }
}
