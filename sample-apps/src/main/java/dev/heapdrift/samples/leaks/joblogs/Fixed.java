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

/** The same scheduler; the log of a job is closed however the job ends. */
public final class Fixed {
  private static final Map<Integer, InputStream> LOGS = new HashMap<>();
  private final Path log;
  private int read;

  private Fixed(Path log) {
    this.log = log;
  }

  /** Fifteen jobs a second. */
  public static void main(String[] args) throws InterruptedException, IOException {
    Path log = Files.writeString(Files.createTempFile("job", ".log"), "started");
    OldCollections collections = new OldCollections(700);
    try {
      Fixed scheduler = new Fixed(log);
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
      LOGS.put(number, new FileInputStream(log.toFile()));
      try {
        read += LOGS.get(number).readAllBytes().length;
      } finally {
        LOGS.remove(number).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
