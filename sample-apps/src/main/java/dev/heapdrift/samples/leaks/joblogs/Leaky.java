package dev.heapdrift.samples.leaks.joblogs;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A scheduler of jobs that follows the log of each while it runs. The log of a job that succeeds is
 * closed; that of a job that fails is kept open.
 */
public final class Leaky {
  private static final Map<Integer, InputStream> LOGS = new HashMap<>();
  private static final int SUCCEEDS = 4;

  private final Path log;
  private int read;

  private Leaky(Path log) {
    this.log = log;
  }

  /** Fifteen jobs a second, of which one in four succeeds. */
  public static void main(String[] args) throws InterruptedException, IOException {
    Path log = Files.writeString(Files.createTempFile("job", ".log"), "started");
    OldCollections collections = new OldCollections(700);
    try {
      Leaky scheduler = new Leaky(log);
      int jobs =
          Pace.of(args)
              .run(
                  15,
                  turn -> {
                    scheduler.job(turn);
                    collections.ifDue();
                  });
      System.out.println(jobs + " jobs, " + scheduler.read + " bytes of logs");
    } finally {
      Files.delete(log);
    }
  }

  private void job(int number) {
    try {
      LOGS.put(number, new FileInputStream(log.toFile())); // grows: job-logs
      read += LOGS.get(number).readAllBytes().length;
      if (number % SUCCEEDS == 0) {
        LOGS.remove(number).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
