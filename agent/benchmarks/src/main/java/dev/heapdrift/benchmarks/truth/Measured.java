package dev.heapdrift.benchmarks.truth;

import dev.heapdrift.benchmarks.truth.Site.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A site at the end of a run, in bytes.
 *
 * @param site its name
 * @param kind its kind
 * @param trueAllocated what it allocated
 * @param saidAllocated what the tracer says it did
 * @param allocatedError standard error that it gives for that
 * @param trueLive what of it is alive
 * @param saidLive what the tracer says is
 * @param liveError standard error that it gives for that
 */
record Measured(
    String site,
    Kind kind,
    long trueAllocated,
    long saidAllocated,
    long allocatedError,
    long trueLive,
    long saidLive,
    long liveError) {

  private static final String BEGIN = "site ";

  /** Reads back what {@link #toString} printed, among other lines. */
  static List<Measured> parse(String output) {
    List<Measured> all = new ArrayList<>();
    for (String line : output.lines().filter(line -> line.startsWith(BEGIN)).toList()) {
      String[] part = line.substring(BEGIN.length()).split(" ", -1);
      all.add(
          new Measured(
              part[0],
              Kind.valueOf(part[1]),
              Long.parseLong(part[2]),
              Long.parseLong(part[3]),
              Long.parseLong(part[4]),
              Long.parseLong(part[5]),
              Long.parseLong(part[6]),
              Long.parseLong(part[7])));
    }
    return all;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%s %s %d %d %d %d %d %d",
        BEGIN,
        site,
        kind,
        trueAllocated,
        saidAllocated,
        allocatedError,
        trueLive,
        saidLive,
        liveError);
  }
}
