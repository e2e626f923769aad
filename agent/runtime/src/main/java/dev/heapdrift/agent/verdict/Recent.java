package dev.heapdrift.agent.verdict;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The newest snapshots of a run. Each holds the history of what it shows, so that what older ones
 * would add is their finer steps.
 *
 * @param files at least one, the newest first
 * @param bytes all together
 */
record Recent(List<Path> files, long bytes) {
  /** Most files: read in a second or two. */
  static final int MOST = 100;

  /** Most bytes, but for a single file that has more. */
  static final long MOST_BYTES = 32 << 20;

  /** Numbers have six digits, and more once these are used up. */
  private static final Comparator<Path> NEWEST_FIRST =
      Comparator.comparingInt((Path file) -> file.toString().length())
          .thenComparing(Path::toString)
          .reversed();

  /** Those up to a snapshot, {@code START-NUMBER.hds}, that has just been written. */
  static Recent upTo(Path newest) {
    String name = newest.getFileName().toString();
    String run = name.substring(0, name.lastIndexOf('-') + 1);
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(newest.getParent(), run + "*.hds")) {
      files.forEach(all::add);
      all.sort(NEWEST_FIRST);
      return fitting(all);
    } catch (DirectoryIteratorException | IOException e) {
      throw new IllegalStateException("the snapshots cannot be listed: " + Line.of(e));
    }
  }

  private static Recent fitting(List<Path> all) throws IOException {
    List<Path> chosen = new ArrayList<>();
    long bytes = 0;
    for (Path file : all) {
      long size = Files.size(file);
      if (chosen.size() == MOST || (bytes + size > MOST_BYTES && !chosen.isEmpty())) {
        break;
      }
      chosen.add(file);
      bytes += size;
    }
    return new Recent(List.copyOf(chosen), bytes);
  }
}
