package dev.heapdrift.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process that failed wrote on stderr, in one line. */
final class Complaint {

  private static final int LENGTH = 160;

  private Complaint() {}

  /** The first line that names an error or an exception, shortened. */
  static Optional<String> in(Path errors) {
    try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(String::strip)
          .filter(line -> line.matches(".*(Exception|Error|ERROR|[Cc]ould not|failed).*"))
          .filter(line -> !line.endsWith("initialization of VM"))
          .findFirst()
          .map(line -> line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
