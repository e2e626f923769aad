package dev.heapdrift.agent.survivors;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
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

  private final long periodMillis;
  private final String collector;
  private final Instrumentation instrumentation;
  private final JfrRecording.Reader reader;
  private final Logger log;
  private final SampledPeriods periods = new SampledPeriods(QueueSize.ofThisJvm());

  private JfrRecording recording;
  private long beginMillis = -1;
  private long dueMillis;
  private String missing;
  private boolean given;

  /**
   * Records nothing yet.
   *
   * @param periodMillis least ms between two looks; 0 for none at all
   * @param depth frames kept of a stack
   * @param jvm this JVM
   * @param instrumentation knows the classes that it has loaded, and opens the recorder
   * @param layouts the fields of classes
   * @param log for what goes wrong
   */
  public Survivors(
      long periodMillis,
      int depth,
      JvmFacts jvm,
      Instrumentation instrumentation,
      FieldLayouts layouts,
      Logger log) {
    this.periodMillis = periodMillis;
    this.collector = jvm.collector();
    this.instrumentation = instrumentation;
    ClassFacts classes = new ClassFacts(instrumentation::getAllLoadedClasses, layouts);
    this.reader = new SurvivorReader(jvm.startMillis(), depth, classes);
    this.log = log;
    this.missing = "survivors of allocations: not sampled yet";
    if (periodMillis == 0) {
      giveUp("switched off (survivors-interval=0)");
    }
  }

  /**
   * Starts recording, or looks, when it is time to.
   *
   * @return whether it has looked
   */
  public boolean step(Now now) {
    if (given) {
      return false;
    }
    if (beginMillis < 0) {
      beginMillis = now.uptimeMillis() + Math.min(DELAY_MILLIS, periodMillis);
    }
    if (now.uptimeMillis() < beginMillis) {
      return false;
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
      return true;
    }
    return false;
  }

  /** Whether it goes on sampling, and has shown that it can. */
  public boolean watching() {
    return recording != null && missing == null;
  }

  /** What was alive at the last look at each period. */
  public List<SurvivorSample> samples() {
    return periods.samples();
  }

  /** The times for which the recorder sampled into one queue, as far as something was seen. */
  public List<SurvivorPeriod> periods() {
    return periods.facts();
  }

  /**
   * Looks for the last time; only while the JVM exits.
   *
   * @param millis longest wait for the recorder
   * @return whether there is something new
   */
  public boolean atExit(Now now, long millis) {
    JfrRecording ended = recording;
    recording = null;
    if (ended == null) {
      return false;
    }
    try {
      List<SurvivorSample> last = ended.awaitExitFile(reader, millis);
      if (last != null) {
        seen(last, now);
        return true;
      }
      log.warn("the flight recorder was not done within {} ms", millis);
    } catch (IOException | RuntimeException e) {
      log.warn("no survivors at exit", e);
    }
    return false;
  }

  /** Does work of the agent's that makes many objects at once, none of which is sampled. */
  public void unsampled(Runnable work) {
    if (recording == null) {
      work.run();
    } else {
      recording
          .own()
          .unsampled(
              () -> {
                work.run();
                return null;
              });
    }
  }

  /** What could not be observed, one sentence or none. */
  public List<String> notSeen() {
    return missing == null ? List.of() : List.of(missing);
  }

  private void start(Now now) {
    long begin = System.nanoTime();
    try {
      recording = JfrRecording.start(instrumentation);
      periods.begin(now.uptimeMillis() + millisSince(begin));
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
      if (periods.isOver()) {
        recording.renew();
        periods.begin(now.uptimeMillis() + millisSince(begin));
      }
    } catch (IOException | RuntimeException e) {
      log.warn("no survivors", e);
    }
    long costMillis = millisSince(begin);
    long rest = periodMillis < LEAST_MILLIS ? 0 : COST_FACTOR * costMillis;
    dueMillis = now.uptimeMillis() + Math.max(periodMillis, rest);
  }

  private void seen(List<SurvivorSample> samples, Now now) {
    periods.seen(samples, now.uptimeMillis());
    missing = null;
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  /** A recording of the user's own goes before: ours would put its events into that one's file. */
  private void makeWay() {
    missing = "survivors of allocations: the application's own flight recording goes before";
    periods.clear();
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
