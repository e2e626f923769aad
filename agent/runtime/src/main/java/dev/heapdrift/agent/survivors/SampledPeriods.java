package dev.heapdrift.agent.survivors;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the recorder's queues have held, one after the other, at the last look at each.
 *
 * <p>Before JDK 24 (JDK-8341427) a queue that what lives has filled takes hardly anything new, and
 * would tell of its first objects for ever: whether the same site goes on like that, only a new one
 * shows. Giving up the old one loses sight of its objects, which were to show by living on that
 * they are not a cache's. So each queue is kept for as long as all before it together.
 *
 * <p>Belongs to the agent's thread.
 */
final class SampledPeriods {
  /** Periods remembered: the oldest of them lasts a sixteenth of all the time or less. */
  static final int MOST = 5;

  /** Part of a period in which half of what lives was born when its queue took ever less later. */
  private static final double EARLY = 0.45;

  private final Deque<Period> periods = new ArrayDeque<>();
  private final int room;
  private long beganMillis = -1;
  private long fromMillis = -1;

  private record Period(SurvivorPeriod facts, List<SurvivorSample> samples) {}

  /**
   * Remembers nothing yet.
   *
   * @param room samples that a queue holds
   */
  SampledPeriods(int room) {
    this.room = room;
  }

  /** A queue is empty, and sampling begins. */
  void begin(long uptimeMillis) {
    beganMillis = beganMillis < 0 ? uptimeMillis : beganMillis;
    fromMillis = uptimeMillis;
  }

  /** The present queue was looked at, and held these. */
  void seen(List<SurvivorSample> samples, long uptimeMillis) {
    if (!periods.isEmpty() && periods.peekLast().facts().fromMillis() == fromMillis) {
      periods.removeLast();
    } else if (periods.size() == MOST) {
      periods.removeFirst();
    }
    SurvivorPeriod facts = new SurvivorPeriod(fromMillis, uptimeMillis, room);
    periods.addLast(new Period(facts, withSharedStacks(samples)));
  }

  /**
   * Whether it is time for a new queue: this one takes no more, and has been watched for long
   * enough.
   */
  boolean isOver() {
    Period present = periods.peekLast();
    if (present == null || present.facts().fromMillis() != fromMillis) {
      return false;
    }
    long lasted = present.facts().askedMillis() - fromMillis;
    return lasted >= fromMillis - beganMillis && takesNoMore(present.samples(), lasted);
  }

  /** Half of it is taken by what lives, most of which was born early. */
  private boolean takesNoMore(List<SurvivorSample> samples, long lasted) {
    if (samples.isEmpty() || samples.size() < room / 2) {
      return false;
    }
    long[] births = samples.stream().mapToLong(SurvivorSample::allocatedMillis).sorted().toArray();
    return births[births.length / 2] - fromMillis < EARLY * lasted;
  }

  /** All is forgotten. */
  void clear() {
    periods.clear();
    beganMillis = -1;
  }

  /** The periods of which something was seen, oldest first. */
  List<SurvivorPeriod> facts() {
    return periods.stream().map(Period::facts).toList();
  }

  /** What was alive at the last look at each of them. */
  List<SurvivorSample> samples() {
    return periods.stream().flatMap(period -> period.samples().stream()).toList();
  }

  /** Sites are few: each stack is kept once. */
  private static List<SurvivorSample> withSharedStacks(List<SurvivorSample> samples) {
    Map<List<Frame>, List<Frame>> stacks = new HashMap<>();
    List<SurvivorSample> sharing = new ArrayList<>(samples.size());
    for (SurvivorSample sample : samples) {
      List<Frame> known = stacks.putIfAbsent(sample.stack(), sample.stack());
      sharing.add(known == null ? sample : sample.with(known));
    }
    return List.copyOf(sharing);
  }
}
