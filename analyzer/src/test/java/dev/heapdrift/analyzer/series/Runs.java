package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import java.util.List;

/** Runs from snapshots in memory, for the tests of other packages. */
public final class Runs {
  private Runs() {}

  /** The run that these snapshots, oldest first, belong to. */
  public static Run of(List<Snapshot> snapshots) {
    RunBuilder builder = new RunBuilder();
    snapshots.forEach(builder::add);
    return builder.build();
  }
}
