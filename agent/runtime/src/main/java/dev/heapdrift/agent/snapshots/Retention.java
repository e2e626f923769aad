package dev.heapdrift.agent.snapshots;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which snapshot files of a run are kept: the first, the newest, and those between as evenly spaced
 * in time as can be.
 *
 * <p>A leak shows by the whole of a run, so its beginning is not given up for its end; and what
 * stood in the files that go is still in the histories of those that stay, if coarser. Of all files
 * between the first and the newest goes the one whose neighbours are nearest to each other.
 */
final class Retention {
  private final int maxFiles;
  private final long maxBytes;
  private final List<Kept> kept = new ArrayList<>();
  private long bytes;

  Retention(int maxFiles, long maxBytes) {
    this.maxFiles = maxFiles;
    this.maxBytes = maxBytes;
  }

  private record Kept(Path file, long uptimeMillis, long bytes) {}

  /** A file was written. */
  void add(Path file, long uptimeMillis, long size) {
    kept.add(new Kept(file, uptimeMillis, size));
    bytes += size;
  }

  /** Files to delete now; they do not count any more. The first and the newest always stay. */
  List<Path> superfluous() {
    List<Path> files = new ArrayList<>();
    while (kept.size() > 2 && (kept.size() > maxFiles || bytes > maxBytes)) {
      Kept gone = kept.remove(mostCrowded());
      bytes -= gone.bytes();
      files.add(gone.file());
    }
    return files;
  }

  /** Files that others may have in the same folder; below 0 when there are too many already. */
  long filesLeft() {
    return (long) maxFiles - kept.size();
  }

  /** Bytes of these. */
  long bytesLeft() {
    return maxBytes - bytes;
  }

  private int mostCrowded() {
    int best = 1;
    for (int i = 2; i < kept.size() - 1; i++) {
      if (gap(i) < gap(best)) {
        best = i;
      }
    }
    return best;
  }

  private long gap(int i) {
    return kept.get(i + 1).uptimeMillis() - kept.get(i - 1).uptimeMillis();
  }
}
