package dev.heapdrift.analyzer.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds source files in folders, by package and file name. */
public final class SourceFinder {
  /** Files looked at below one folder; a user who names the root of a disk need not wait. */
  private static final int MOST_FILES = 500_000;

  private SourceFinder() {}

  /**
   * Finds the file: below a folder itself, else anywhere in it where the path ends so, as in {@code
   * module/src/main/java}; else, since not every language asks for folders named as packages, by
   * its name and the package that it declares.
   *
   * @param folders where to look, in this order
   * @param source what to look for
   * @throws LinesException when a folder is missing or the file is in none
   */
  public static Path find(List<Path> folders, SourceName source) throws LinesException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new LinesException(folder + " is no folder");
      }
    }
    for (Path folder : folders) {
      Optional<Path> found = in(folder, source);
      if (found.isPresent()) {
        return found.get();
      }
    }
    String places = String.join(", ", folders.stream().map(Path::toString).toList());
    throw new LinesException("no " + source.path() + " in " + places);
  }

  private static Optional<Path> in(Path folder, SourceName source) throws LinesException {
    Path direct = folder.resolve(source.path());
    if (Files.isRegularFile(direct)) {
      return Optional.of(direct);
    }
    List<Path> named = named(folder, source.file());
    Optional<Path> placed = named.stream().filter(file -> file.endsWith(source.path())).findFirst();
    return placed.isPresent()
        ? placed
        : named.stream().filter(file -> declares(file, source.packageName())).findFirst();
  }

  private static List<Path> named(Path folder, String name) throws LinesException {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Search(name, found));
    } catch (IOException e) {
      throw new LinesException("cannot search " + folder + ": " + e.getMessage());
    }
    found.sort(null);
    return found;
  }

  private static boolean declares(Path file, String packageName) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      String declared =
          lines
              .map(String::strip)
              .filter(line -> line.startsWith("package "))
              .findFirst()
              .map(line -> line.substring("package ".length()).replaceFirst("[;\\s].*", ""))
              .orElse("");
      return declared.equals(packageName);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Collects the files of one name, passing over what cannot be read. */
  private static final class Search extends SimpleFileVisitor<Path> {
    private final String name;
    private final List<Path> found;
    private int seen;

    Search(String name, List<Path> found) {
      this.name = name;
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().equals(name)) {
        found.add(file);
      }
      return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}
