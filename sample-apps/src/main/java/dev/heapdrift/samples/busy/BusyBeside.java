package dev.heapdrift.samples.busy;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.Arrays;

/**
 * Runs the busy service beside another sample, in the same JVM, and ends with it: {@code BusyBeside
 * MAIN SECONDS}. Without {@code MAIN} the service runs alone, and says what it keeps.
 */
public final class BusyBeside {
  private static final int LOOKS = 10; // a second

  private BusyBeside() {}

  /** Everything behind {@code MAIN} is handed to it. */
  public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
    if (args.length == 0) {
      System.err.println("usage: BusyBeside [MAIN] SECONDS");
      System.exit(2);
      return;
    }
    try (BusyService service = new BusyService()) {
      if (args.length == 1) {
        alone(service, args[0]);
      } else {
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
      }
    }
  }

  private static void alone(BusyService service, String seconds) throws InterruptedException {
    OldCollections collections = new OldCollections();
    Pace.of(seconds).run(LOOKS, look -> collections.ifDue());
    System.gc();
    long live = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf("checksum %d, %d MB live%n", service.work(), live >> 20);
  }
}
