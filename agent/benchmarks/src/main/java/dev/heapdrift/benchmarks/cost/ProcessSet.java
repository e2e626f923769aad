package dev.heapdrift.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fresh processes that are alive at once and work in turns of some ten milliseconds, never two
 * together: what else the machine does falls on all alike. Who begins moves on by one each round. A
 * process that cannot start, or ends early, drops out with its reason; the others go on.
 */
final class ProcessSet implements AutoCloseable {

  private final List<Seat> seats = new ArrayList<>();

  /** Starts them all and waits until each is ready or has failed. */
  ProcessSet(List<Contender> contenders, Path scratch) {
    for (Contender contender : contenders) {
      seats.add(new Seat(contender, scratch.resolve("errors-" + seats.size() + ".txt")));
    }
    seats.forEach(Seat::ready);
  }

  /**
   * Runs set after set, each with processes of its own, and says on stderr how far it is.
   *
   * @param what they do
   * @param scratch a folder for what they complain of
   * @return the sets, and in each the turns of the contenders, in their order
   */
  static List<List<Turns>> all(
      String what, List<Contender> contenders, Path scratch, SuiteSize size) throws IOException {
    List<List<Turns>> sets = new ArrayList<>();
    for (int set = 0; set < size.sets(); set++) {
      System.err.printf("%s: set %d of %d%n", what, set + 1, size.sets());
      try (ProcessSet processes = new ProcessSet(contenders, scratch)) {
        sets.add(processes.run(size));
      }
    }
    return sets;
  }

  /** All turns of all contenders, in their order. */
  List<Turns> run(SuiteSize size) {
    long begin = System.nanoTime();
    for (int round = 0; round < size.allTurns(); round++) {
      for (int i = 0; i < seats.size(); i++) {
        double now = (System.nanoTime() - begin) / 1e9;
        seats.get((i + round) % seats.size()).turn(size.millisOf(round), now);
      }
    }
    return seats.stream().map(Seat::turns).toList();
  }

  @Override
  public void close() throws IOException {
    for (Seat seat : seats) {
      seat.close();
    }
  }
}
