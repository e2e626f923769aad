package dev.heapdrift.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file as a whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Replaces a file: whoever reads it meanwhile sees the old or the new text, and a full disk
   * leaves the old one. Folders are made where they are missing. What is no ordinary file, such as
   * a pipe or {@code /dev/stdout}, is written to.
   */
  static void replace(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Files.writeString(target, text, StandardCharsets.UTF_8);
      return;
    }
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path written = folder.resolve("." + target.getFileName() + '.' + UUID.randomUUID());
    try {
      Files.writeString(
          written,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      move(written, target);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /**
   * Makes a new file, and its folders.
   *
   * @throws java.nio.file.FileAlreadyExistsException when it is there, also as a link
   */
  static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
  }

  /** Appends to a file. */
  static void append(Path file, String text) throws IOException {
    Files.writeString(
        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
