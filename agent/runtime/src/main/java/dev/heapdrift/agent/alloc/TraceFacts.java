package dev.heapdrift.agent.alloc;

import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The traces of a snapshot: accounts of the same frames and class, whatever their size, as one. */
final class TraceFacts {

  private record Key(List<Frame> frames, int total, String type) {}

  private TraceFacts() {}

  /**
   * Sums accounts after a census.
   *
   * @param stacks names of the stacks, resolved
   * @param index number of some frames in the snapshot
   */
  static List<AllocationTrace> of(
      Collection<Account> accounts, StackTable stacks, ToIntFunction<List<Frame>> index) {
    Map<Key, Sum> sums = new HashMap<>();
    for (Account account : accounts) {
      StackTable.Named stack = stacks.named(account.trace().stack());
      if (stack != null && !stack.frames().isEmpty()) {
        Key key = new Key(stack.frames(), stack.total(), account.trace().type());
        sums.computeIfAbsent(key, k -> new Sum()).add(account);
      }
    }
    List<AllocationTrace> traces = new ArrayList<>(sums.size());
    sums.forEach((key, sum) -> traces.add(sum.trace(key, index.applyAsInt(key.frames))));
    return traces;
  }

  private static final class Sum {
    private final Tally live = new Tally();
    private final Tally untested = new Tally();
    private final Tally allocated = new Tally();
    private final Tally atPeak = new Tally();
    private final double[] ages = new double[Account.AGES];
    private long oldestMillis = -1;
    private long newestMillis = -1;

    void add(Account account) {
      live.add(account.live);
      untested.add(account.untested);
      allocated.add(account.allocated);
      atPeak.add(account.atPeak);
      for (int i = 0; i < ages.length; i++) {
        ages[i] += account.ages[i];
      }
      boolean older = oldestMillis < 0 || account.oldestMillis < oldestMillis;
      if (account.oldestMillis >= 0 && older) {
        oldestMillis = account.oldestMillis;
      }
      newestMillis = Math.max(newestMillis, account.newestMillis);
    }

    AllocationTrace trace(Key key, int stack) {
      return new AllocationTrace(
          stack,
          key.total,
          key.type,
          live.estimate(),
          untested.estimate(),
          allocated.estimate(),
          atPeak.estimate(),
          ages(),
          oldestMillis,
          newestMillis);
    }

    private List<Long> ages() {
      List<Long> counts = new ArrayList<>();
      for (double age : ages) {
        counts.add(Math.round(age));
      }
      while (!counts.isEmpty() && counts.get(counts.size() - 1) == 0) {
        counts.remove(counts.size() - 1);
      }
      return counts;
    }
  }
}
