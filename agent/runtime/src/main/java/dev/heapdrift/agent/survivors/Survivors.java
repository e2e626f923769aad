package dev.heapdrift.agent.survivors;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.JvmFacts;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Looks at what survives, as rarely as agreed and once more when the JVM exits. Whatever stands
 * against it (no flight recorder, a recording of the user's own, a collector it does not support)
 * is said in {@link #notSeen}, and the rest of the agent works without.
 *
 * <p>Belongs to the agent's thread.
 */
public final class Survivors implements AutoCloseable {
  /** Least ms between two looks that costs are weighed for; asked for less, only that counts. */
  static final long LEAST_MILLIS = 60_000;

  /** A look that took a ms is not repeated for so many ms: half a percent of one core. */
  static final long COST_FACTOR = 200;

  /**
   * Recording begins so many ms after the agent: a JVM that has ended by then does not pay for it.
   */
  static final long DELAY_MILLIS = 1000;

  /**
   * The first look comes so many ms after the start: it sees little, but has the reader's classes
   * loaded before the JVM's exit has to wait for them.
   */
  static final long FIRST_MILLIS = 2000;

  /** Longest wait for the recorder at the JVM's exit, in ms. */
  static final long EXIT_MILLIS = 1000;

  private final long periodMillis;
  private final String collector;
  private final JfrRecording.Reader reader;
  private final Logger log;

  private JfrRecording recording;
  private long beginMillis = -1;
  private long dueMillis;
  private List<SurvivorSample> newest = List.of();
  private long dumpedMillis = -1;
  private String missing;
  private boolean given;

  /**
   * Records nothing yet.
   *
   * @param periodMillis least ms between two looks; 0 for none at all
   * @param depth frames kept of a stack
   * @param jvm this JVM
   * @param loaded the classes that it has loaded
   * @param layouts their fields
   * @param log for what goes wrong
   */
  public Survivors(
      long periodMillis,
      int depth,
      JvmFacts jvm,
      Supplier<Class<?>[]> loaded,
      FieldLayouts layouts,
      Logger log) {
    this.periodMillis = periodMillis;
    this.collector = jvm.collector();
    this.reader = new SurvivorReader(jvm.startMillis(), depth, new ClassFacts(loaded, layouts));
    this.log = log;
    this.missing = "survivors of allocations: not sampled yet";
    if (periodMillis == 0) {
      giveUp("switched off (survivors-interval=0)");
    }
  }

  /** Starts recording, or looks, when it is time to. */
  public void step(Now now) {
    if (given) {
      return;
    }
    if (beginMillis < 0) {
      beginMillis = now.uptimeMillis() + Math.min(DELAY_MILLIS, periodMillis);
    }
    if (now.uptimeMillis() < beginMillis) {
      return;
    }
    String obstacle = recording == null ? RecorderSupport.obstacle(collector) : null;
    if (obstacle != null) {
      giveUp(obstacle);
    } else if (JfrRecording.othersRecord()) {
      makeWay();
    } else if (recording == null) {
      start(now);
    } else if (now.uptimeMillis() >= dueMillis) {
      look(now);
    }
  }

  /** What was alive at the last look. */
  public List<SurvivorSample> newest() {
    return newest;
  }

  /** JVM uptime in ms at the last look, or -1. */
  public long dumpedMillis() {
    return dumpedMillis;
  }

  /**
   * Looks for the last time; only while the JVM exits. Waits {@link #EXIT_MILLIS} at most.
   *
   * @return whether there is something new
   */
  public boolean atExit(Now now) {
    JfrRecording ended = recording;
    recording = null;
    if (ended == null) {
      return false;
    }
    try {
      List<SurvivorSample> last = ended.awaitExitFile(reader, EXIT_MILLIS);
      if (last != null) {
        seen(last, now);
        return true;
      }
      log.warn("the flight recorder was not done within {} ms", EXIT_MILLIS);
    } catch (IOException | RuntimeException e) {
      log.warn("no survivors at exit", e);
    }
    return false;
  }

  /** What could not be observed, one sentence or none. */
  public List<String> notSeen() {
    return missing == null ? List.of() : List.of(missing);
  }

  private void start(Now now) {
    try {
      recording = JfrRecording.start();
      dueMillis = now.uptimeMillis() + Math.min(FIRST_MILLIS, periodMillis);
    } catch (IOException | RuntimeException | LinkageError e) {
      log.warn("the flight recorder cannot be used", e);
      giveUp("the flight recorder cannot be used: " + e.toString().replace('\n', ' '));
    }
  }

  private void look(Now now) {
    long begin = System.nanoTime();
    try {
      seen(recording.dump(reader), now);
    } catch (IOException | RuntimeException e) {
      log.warn("no survivors", e);
    }
    long costMillis = (System.nanoTime() - begin) / 1_000_000;
    long rest = periodMillis < LEAST_MILLIS ? 0 : COST_FACTOR * costMillis;
    dueMillis = now.uptimeMillis() + Math.max(periodMillis, rest);
  }

  private void seen(List<SurvivorSample> samples, Now now) {
    newest = List.copyOf(samples);
    dumpedMillis = now.uptimeMillis();
    missing = null;
  }

  /** A recording of the user's own goes before: ours would put its events into that one's file. */
  private void makeWay() {
    missing = "survivors of allocations: the application's own flight recording goes before";
    newest = List.of();
    dumpedMillis = -1;
    stop();
  }

  private void giveUp(String reason) {
    given = true;
    missing = "survivors of allocations, and with them leaks that no collection holds: " + reason;
  }

  private void stop() {
    if (recording != null) {
      try {
        recording.close();
      } catch (IOException | RuntimeException e) {
        log.warn("the flight recording could not be ended", e);
      }
      recording = null;
    }
  }

  /** Ends the recording. */
  @Override
  public void close() {
    stop();
  }
}
