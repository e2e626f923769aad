package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is gone when the program ends, also when it is interrupted. */
public final class Scratch implements AutoCloseable {

  private static final int ATTEMPTS = 20;

  private final Path folder;
  private final Thread atExit = new Thread(this::abandon, "delete scratch");

  /** Makes the folder. */
  public Scratch() throws IOException {
    folder = Files.createTempDirectory("heapdrift-benchmark-");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Children first: an agent would write its last snapshot into the folder again. */
  private void abandon() {
    Lifetime.endAll();
    delete();
  }

  /** Deletes what is in the folder; children that are just ending may still write. */
  private void delete() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
      delete();
    } catch (IllegalStateException e) {
      // Interrupted: the hook is at it.
    }
  }
}
