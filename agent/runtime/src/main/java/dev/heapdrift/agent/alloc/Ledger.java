package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.alloc.Tally.Weight;
import dev.heapdrift.agent.registry.Now;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Keeps account of every traced object: what was made, what still lives, what lived at the peak.
 * Agent thread only.
 *
 * <p>Whether an object is dead is asked by {@code refersTo(null)}, which keeps nothing alive, and
 * only after a collection. Traced memory stands highest just before dead objects are found: that is
 * where the peak is looked for.
 */
final class Ledger {

  /** Bytes that the trace of a live object costs: its reference, and where that is kept. */
  static final int BYTES_EACH = 36;

  /** A generation is open to new objects for so long, in ms. */
  private static final long OPEN_MILLIS = 1000;

  private final TraceTable traces;
  private final long interval;
  private final Watcher watcher;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Generation> generations = new ArrayList<>();
  private long references;
  private long untested;
  private long takenEpoch = -1;
  private double tracedBytes;
  private double peakBytes;
  private long peakMillis;

  /** Hears of deaths. */
  interface Watcher {
    /** An object of a site was found dead after at most so many collections. */
    void died(int site, long age);
  }

  /** Looks at what lives. */
  interface Visitor {
    /** An object of a site, the collections it has lived through, and when it was made, in ms. */
    void lives(int site, long age, long madeMillis);
  }

  Ledger(TraceTable traces, long interval, Watcher watcher) {
    this.traces = traces;
    this.interval = interval;
    this.watcher = watcher;
  }

  /** Takes up what was made since the last time. */
  void take(Intake intake, Now now) {
    Generation youngest = youngest(now);
    intake.drain(ref -> born(ref, youngest, now));
    takenEpoch = now.gcEpoch();
  }

  /** Finds the dead, after a collection; {@code all} of them, or those among the young. */
  void sweep(Now now, boolean all) {
    long epoch = now.gcEpoch();
    boolean due = false;
    for (Generation generation : generations) {
      due |= all ? generation.unswept(epoch) : generation.dueForSweep(epoch);
    }
    if (!due) {
      return;
    }
    notePeak(now);
    untested = 0;
    for (Generation generation : generations) {
      if (all ? generation.unswept(epoch) : generation.dueForSweep(epoch)) {
        long atMost = generation.oldestAge(epoch);
        generation.visit(ref -> survives(ref, atMost));
        generation.swept(epoch);
      }
    }
    merge(now);
  }

  /** Finds all dead, and fills in what only a look at every object tells. */
  void census(Now now) {
    sweep(now, /* all= */ true);
    notePeak(now);
    accounts.stream().filter(Objects::nonNull).forEach(Account::beginCensus);
    for (Generation generation : generations) {
      long age = generation.age(now.gcEpoch());
      int bucket = Math.min(Account.AGES - 1, 63 - Long.numberOfLeadingZeros(age + 1));
      generation.visit(
          ref -> {
            counted(ref, generation, age, bucket);
            return true;
          });
    }
  }

  /** Where the object was made, or null when it is not traced. */
  Trace traceOf(Object object) {
    Trace[] found = new Trace[1];
    for (Generation generation : generations) {
      generation.visit(
          ref -> {
            if (ref.refersTo(object)) {
              found[0] = traces.get(ref.trace());
            }
            return true;
          });
    }
    return found[0];
  }

  /** The newest live objects of some traces, at most {@code limit}. */
  List<Object> newest(BitSet wanted, int limit) {
    List<Object> newest = new ArrayList<>();
    for (int i = generations.size() - 1; i >= 0 && newest.size() < limit; i--) {
      Deque<TracedRef> last = new ArrayDeque<>();
      generations
          .get(i)
          .visit(
              ref -> {
                if (wanted.get(ref.trace())) {
                  last.addFirst(ref);
                }
                if (last.size() > limit) {
                  last.removeLast();
                }
                return true;
              });
      last.stream().map(TracedRef::get).filter(Objects::nonNull).forEach(newest::add);
    }
    return newest.subList(0, Math.min(limit, newest.size()));
  }

  /** Shows all that has lived through a collection. */
  void forEachTested(Now now, Visitor visitor) {
    for (Generation generation : generations) {
      long age = generation.age(now.gcEpoch());
      if (age > 0) {
        generation.visit(
            ref -> {
              visitor.lives(traces.get(ref.trace()).site(), age, generation.lastMillis());
              return true;
            });
      }
    }
  }

  Collection<Account> accounts() {
    return accounts.stream().filter(Objects::nonNull).toList();
  }

  /** References kept here. */
  long references() {
    return references;
  }

  /** References taken since the last sweep. */
  long untested() {
    return untested;
  }

  /** Groups of objects by their time of birth. */
  int generations() {
    return generations.size();
  }

  double tracedBytes() {
    return tracedBytes;
  }

  double peakBytes() {
    return Math.max(peakBytes, tracedBytes);
  }

  long peakMillis() {
    return peakMillis;
  }

  /** From now on the peak is what is live now. */
  void resetPeak(Now now) {
    peakBytes = -1;
    notePeak(now);
  }

  /** Bytes kept here: 36 for each reference, and 400 or so for each trace. */
  long bytes() {
    return BYTES_EACH * references + 400L * accounts.size();
  }

  private void notePeak(Now now) {
    if (tracedBytes > peakBytes) {
      peakBytes = tracedBytes;
      peakMillis = now.uptimeMillis();
      for (Account account : accounts) {
        if (account != null) {
          account.atPeak.set(account.live);
        }
      }
    }
  }

  /** The collection before which nothing was made that is taken up now. */
  private long epochBefore(Now now) {
    return takenEpoch < 0 ? now.gcEpoch() : takenEpoch;
  }

  private Generation youngest(Now now) {
    Generation last = generations.isEmpty() ? null : generations.get(generations.size() - 1);
    boolean open =
        last != null
            && last.age(now.gcEpoch()) == 0
            && now.uptimeMillis() - last.firstMillis() < OPEN_MILLIS;
    if (!open) {
      last = new Generation(now.uptimeMillis(), epochBefore(now), now.gcEpoch());
      generations.add(last);
      merge(now);
    }
    return last;
  }

  private void born(TracedRef ref, Generation youngest, Now now) {
    Account account = account(ref.trace());
    Weight weight = account.weight(ref, interval);
    account.allocated.add(weight, 1);
    if (ref.refersTo(null)) {
      // a collection was faster than we; how many it lived through can only be told at most
      watcher.died(account.trace().site(), now.gcEpoch() - epochBefore(now));
      return;
    }
    account.live.add(weight, 1);
    tracedBytes += weight.bytes();
    references++;
    untested++;
    youngest.add(ref, now.uptimeMillis(), now.gcEpoch());
  }

  private boolean survives(TracedRef ref, long age) {
    if (!ref.refersTo(null)) {
      return true;
    }
    Account account = accounts.get(ref.trace());
    Weight weight = account.weight(ref, interval);
    account.live.add(weight, -1);
    tracedBytes -= weight.bytes();
    references--;
    watcher.died(account.trace().site(), age);
    return false;
  }

  private void counted(TracedRef ref, Generation generation, long age, int bucket) {
    Account account = accounts.get(ref.trace());
    Weight weight = account.weight(ref, interval);
    account.ages[bucket] += weight.count();
    if (age == 0) {
      account.untested.add(weight, 1);
    }
    if (account.oldestMillis < 0) {
      account.oldestMillis = generation.firstMillis();
    }
    account.newestMillis = generation.lastMillis();
  }

  private Account account(int trace) {
    while (accounts.size() <= trace) {
      accounts.add(null);
    }
    Account account = accounts.get(trace);
    if (account == null) {
      account = new Account(traces.get(trace), interval);
      accounts.set(trace, account);
    }
    return account;
  }

  /** Oldest first, each pair that may become one. */
  private void merge(Now now) {
    for (int i = 0; i + 1 < generations.size(); ) {
      Generation older = generations.get(i);
      Generation younger = generations.get(i + 1);
      boolean open = i + 2 == generations.size();
      if (!open && older.mergesWith(younger, now.uptimeMillis(), now.gcEpoch())) {
        if (older.size() == 0) {
          generations.remove(i);
        } else {
          older.absorb(younger);
          generations.remove(i + 1);
        }
      } else {
        i++;
      }
    }
  }
}
