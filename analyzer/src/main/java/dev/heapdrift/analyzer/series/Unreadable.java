package dev.heapdrift.analyzer.series;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that could not be used.
 *
 * @param file which
 * @param problem why, in one line, such as {@code block 8 is damaged (checksum) at byte 4711}
 */
public record Unreadable(Path file, String problem) {

  static Unreadable because(Path file, IOException cause) {
    return new Unreadable(file, describe(cause));
  }

  private static String describe(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replace('\n', ' ');
  }
}
