package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.codec.SnapshotFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the folders and files of a command line into files. */
final class SnapshotPaths {
  private SnapshotPaths() {}

  /** The files, none twice; what is wrong with an argument is added to the problems. */
  static List<Path> expand(List<Path> arguments, List<Unreadable> problems) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        files.addAll(list(argument, problems));
      } else {
        files.add(argument);
      }
    }
    return new ArrayList<>(files);
  }

  private static List<Path> list(Path folder, List<Unreadable> problems) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(f -> f.toString().endsWith(SnapshotFormat.SUFFIX)).sorted().toList();
      if (found.isEmpty()) {
        problems.add(new Unreadable(folder, "no snapshot in this folder"));
      }
      return found;
    } catch (IOException e) {
      problems.add(Unreadable.because(folder, e));
      return List.of();
    }
  }
}
