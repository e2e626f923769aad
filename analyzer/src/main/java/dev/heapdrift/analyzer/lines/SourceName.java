package dev.heapdrift.analyzer.lines;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.SourceFiles;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A source file, as the frames of a snapshot name it.
 *
 * @param packageName package of its classes; empty for the unnamed one
 * @param file its name, such as {@code Orders.java}
 */
public record SourceName(String packageName, String file) {
  private static final int NAMED = 5;

  /** The source of a frame, or null when the frame does not tell. */
  public static SourceName of(Frame frame) {
    String name = frame.className();
    int dot = name.lastIndexOf('.');
    return frame.fileName() == null
        ? null
        : new SourceName(dot < 0 ? "" : name.substring(0, dot), frame.fileName());
  }

  /** Where compilers expect it, below a source folder: {@code com/app/Orders.java}. */
  public String path() {
    return packageName.isEmpty() ? file : packageName.replace('.', '/') + '/' + file;
  }

  /**
   * The file that a user means.
   *
   * @param wanted a class, by its binary, canonical or simple name, or a file, by its name or path
   * @param snapshots where it must occur
   * @throws LinesException when no frame names it, or several files could be meant
   */
  public static SourceName find(String wanted, List<Snapshot> snapshots) throws LinesException {
    SourceFiles files = new SourceFiles(snapshots.toArray(Snapshot[]::new));
    SortedSet<SourceName> exact = new TreeSet<>(Comparator.comparing(SourceName::path));
    SortedSet<SourceName> loose = new TreeSet<>(Comparator.comparing(SourceName::path));
    String path = wanted.replace('\\', '/');
    Iterable<Frame> frames =
        () ->
            snapshots.stream()
                .flatMap(snapshot -> snapshot.stacks().stream())
                .flatMap(stack -> files.complete(stack).stream())
                .iterator();
    for (Frame frame : frames) {
      SourceName source = of(frame);
      if (source == null) {
        continue;
      }
      if (source.path().equals(path) || isClass(wanted, frame.className())) {
        exact.add(source);
      } else if (endsAlike(source.path(), path) || isSimple(wanted, frame.className())) {
        loose.add(source);
      }
    }
    return single(wanted, exact.isEmpty() ? loose : exact);
  }

  private static SourceName single(String wanted, SortedSet<SourceName> found)
      throws LinesException {
    if (found.isEmpty()) {
      throw new LinesException(wanted + " is not in the snapshot: no stack of it has such a frame");
    }
    if (found.size() > 1) {
      throw new LinesException(
          wanted
              + " may be any of "
              + found.stream().limit(NAMED).map(SourceName::path).collect(Collectors.joining(", "))
              + (found.size() > NAMED ? ", ..." : ""));
    }
    return found.first();
  }

  private static boolean isClass(String wanted, String className) {
    return className.equals(wanted)
        || className.startsWith(wanted + '$')
        || className.replace('$', '.').equals(wanted);
  }

  private static boolean isSimple(String wanted, String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return isClass(wanted, simple);
  }

  // Of a longer path its end must be the source's; of a shorter one, the other way round.
  private static boolean endsAlike(String source, String path) {
    return path.endsWith('/' + source) || source.endsWith('/' + path);
  }
}
