package dev.heapdrift.agent.snapshots;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The snapshot files that earlier runs have left in the folder. They count against its bounds, for
 * a service that is started again and again would fill the disk; the oldest go first. A run that
 * may still be going on is left alone. Belongs to the agent's thread.
 */
final class EarlierRuns {
  private static final Pattern FILE = Pattern.compile("([0-9a-z]+-[0-9a-z]+)-\\d{6,18}\\.hds");

  /** A run whose newest file is younger than this may still be going on, in ms. */
  static final long MAY_LIVE_MILLIS = 3_600_000;

  private final Deque<Left> oldestFirst;
  private long bytes;

  private record Left(String run, Path file, long writtenMillis, long bytes) {}

  private EarlierRuns(List<Left> files) {
    oldestFirst = new ArrayDeque<>(files);
    bytes = files.stream().mapToLong(Left::bytes).sum();
  }

  /**
   * Looks what is there.
   *
   * @param ownRun start id of this run, whose files are no earlier ones
   * @param nowMillis wall-clock time
   * @throws IOException when the folder cannot be read
   */
  static EarlierRuns in(Path folder, String ownRun, long nowMillis) throws IOException {
    List<Left> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.hds")) {
      for (Path file : all) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches() && !name.group(1).equals(ownRun)) {
          add(file, name.group(1), files);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Map<String, Long> newest = new HashMap<>();
    files.forEach(file -> newest.merge(file.run(), file.writtenMillis(), Math::max));
    return new EarlierRuns(
        files.stream()
            .filter(file -> newest.get(file.run()) < nowMillis - MAY_LIVE_MILLIS)
            .sorted(Comparator.comparingLong(Left::writtenMillis))
            .toList());
  }

  private static void add(Path file, String run, List<Left> files) throws IOException {
    try {
      BasicFileAttributes known =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (known.isRegularFile()) {
        files.add(new Left(run, file, known.lastModifiedTime().toMillis(), known.size()));
      }
    } catch (NoSuchFileException gone) {
      return; // whoever wrote it has deleted it meanwhile
    }
  }

  /**
   * Files to delete now; they do not count any more.
   *
   * @param filesLeft so many may stay
   * @param bytesLeft and of so many bytes in all
   */
  List<Path> beyond(long filesLeft, long bytesLeft) {
    List<Path> gone = new ArrayList<>();
    while (!oldestFirst.isEmpty() && (oldestFirst.size() > filesLeft || bytes > bytesLeft)) {
      Left oldest = oldestFirst.removeFirst();
      bytes -= oldest.bytes();
      gone.add(oldest.file());
    }
    return gone;
  }
}
