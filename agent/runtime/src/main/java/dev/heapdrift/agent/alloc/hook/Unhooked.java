package dev.heapdrift.agent.alloc.hook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what was left without hooks, by reason, and remembers an example of each. */
final class Unhooked {

  /** Why something was left as it is. */
  enum Reason {
    DAMAGED("%d classes could not be read or written; their allocations are not seen (%s)"),
    TOO_LONG(
        "%d methods are too long for hooks, which would keep HotSpot from compiling them or pass"
            + " 64 KB; their allocations are not seen (%s)"),
    SUBROUTINES("%d methods with subroutines of old compilers are left alone (%s)"),
    LOST("%d objects could not be followed to their constructors and are not seen (%s)"),
    FULL("%d allocation sites found no number; the bound of sites is fixed (%s)");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
  private final Map<Reason, String> examples = new EnumMap<>(Reason.class);

  synchronized void add(Reason reason, String example) {
    counts.put(reason, count(reason) + 1);
    examples.putIfAbsent(reason, example);
  }

  synchronized int count(Reason reason) {
    return counts.getOrDefault(reason, 0);
  }

  /** A sentence for each reason that occurred. */
  synchronized List<String> sentences() {
    List<String> all = new ArrayList<>();
    for (Reason reason : counts.keySet()) {
      all.add(String.format(reason.sentence, count(reason), "first: " + examples.get(reason)));
    }
    return all;
  }
}
