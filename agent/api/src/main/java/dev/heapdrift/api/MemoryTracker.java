package dev.heapdrift.api;

import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows the memory of a block of code and prints current, peak and top consumers at its end:
 *
 * <pre>{@code
 * try (MemoryTracker tracker = MemoryTracker.open("import")) {
 *   importPrices();
 * }
 * }</pre>
 *
 * <p>What other threads allocate meanwhile counts too. Where nothing is traced yet, tracing begins
 * with the block and ends with it. Trackers may be nested and may overlap. Without an agent nothing
 * is traced and nothing is printed. Safe for use by several threads.
 */
public final class MemoryTracker implements AutoCloseable {

  /** Lines printed of each list where the caller does not say. */
  public static final int TOP = 10;

  private final String name;
  private final int top;
  private final Consumer<String> out;
  private final long openedNanos = System.nanoTime();
  private final AllocationSnapshot before;
  private final long bytesBefore;
  private long peak;
  private AllocationSnapshot atPeak = AllocationSnapshot.EMPTY;
  private boolean closed;

  private MemoryTracker(String name, int top, Consumer<String> out) {
    this.name = Objects.requireNonNull(name, "name");
    this.top = top;
    this.out = Objects.requireNonNull(out, "out");
    before = Heapdrift.takeSnapshot();
    bytesBefore = Heapdrift.getTracedMemory().current();
  }

  /**
   * Opens a tracker that prints {@value #TOP} consumers to {@link System#err} on close.
   *
   * @param name begins the first line
   * @return the tracker, to be closed
   * @throws IllegalStateException when the agent cannot trace
   */
  public static MemoryTracker open(String name) {
    return open(name, TOP, System.err::println);
  }

  /**
   * Opens a tracker.
   *
   * @param name begins the first line
   * @param top lines to print of each list, 0 or more
   * @param out is given the report on close, line by line
   * @return the tracker, to be closed
   * @throws IllegalArgumentException when {@code top} is negative
   * @throws IllegalStateException when the agent cannot trace
   */
  public static MemoryTracker open(String name, int top, Consumer<String> out) {
    if (top < 0) {
      throw new IllegalArgumentException("top must be 0 or more, not " + top);
    }
    AgentDoor entered = AgentDoor.enter();
    try {
      return OpenTrackers.open(() -> new MemoryTracker(name, top, out));
    } finally {
      AgentDoor.exit(entered);
    }
  }

  /**
   * What happened since it was opened.
   *
   * @return empty where nothing is traced
   * @throws IllegalStateException when the agent has no answer
   */
  public Optional<MemoryReport> report() {
    AgentDoor entered = AgentDoor.enter();
    try {
      return Heapdrift.isTracing() ? Optional.of(measure()) : Optional.empty();
    } finally {
      AgentDoor.exit(entered);
    }
  }

  private MemoryReport measure() {
    TracedMemory memory = Heapdrift.getTracedMemory();
    AllocationSnapshot now = Heapdrift.takeSnapshot();
    synchronized (this) {
      sawPeak(memory.peak(), now);
      return new MemoryReport(
          name,
          Duration.ofNanos(System.nanoTime() - openedNanos),
          bytesBefore,
          new TracedMemory(memory.current(), peak),
          growth(now),
          growth(atPeak.atPeak()));
    }
  }

  /**
   * The peak of the traced memory has been so high, and this snapshot tells what it was made of.
   */
  synchronized void sawPeak(long bytes, AllocationSnapshot picture) {
    if (bytes >= peak) {
      peak = bytes;
      atPeak = picture;
    }
  }

  private List<StatisticDiff> growth(AllocationSnapshot now) {
    return now.compareTo(before, GroupBy.LINE).stream()
        .filter(diff -> diff.sizeDiff() > 0)
        .limit(top)
        .toList();
  }

  /**
   * Prints the report, or one line that says why there is none. Does nothing the second time, and
   * throws nothing: the block has its own result.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    for (String line : lastWords()) {
      out.accept(line);
    }
  }

  private List<String> lastWords() {
    AgentDoor entered = AgentDoor.enter();
    try {
      return report().map(ReportText::lines).orElse(List.of());
    } catch (IllegalStateException refused) {
      return List.of(name + ": no report, " + refused.getMessage());
    } finally {
      OpenTrackers.close(this);
      AgentDoor.exit(entered);
    }
  }
}
