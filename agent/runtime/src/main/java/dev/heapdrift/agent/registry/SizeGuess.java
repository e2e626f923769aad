package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts.IntField;
import dev.heapdrift.agent.heap.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Learns which number field of a class outside the JDK is its size, by how the fields behave.
 *
 * <p>A size lies between 0 and the capacity at every look, and it changes while the capacity does
 * not: masks, thresholds and limits do not change, counters of modifications and clocks leave the
 * range. Looks at all instances of the class count together. Names only break ties among fields
 * that behave alike. A field that is believed and then misbehaves is given up.
 *
 * <p>Belongs to the agent's thread. Holds offsets, no class.
 */
final class SizeGuess {
  /** Looks out of range until a field is given up; one may be a race with a growth. */
  private static final int STRIKES = 2;

  /** Changes at the same capacity until a field is believed: with a telling name, and without. */
  private static final int CHANGES_NAMED = 1;

  private static final int CHANGES_UNNAMED = 4;

  /** What sizes are called, most telling first. */
  private static final List<String> NAMES =
      List.of(
          "size", "count", "occupied", "assigned", "used", "elements", "entries", "length", "num");

  private final List<Candidate> candidates = new ArrayList<>();

  SizeGuess(List<IntField> fields) {
    for (IntField field : fields) {
      candidates.add(new Candidate(field));
    }
  }

  /** Whether no field is known, as for a class that was loaded before the agent. */
  boolean hopeless() {
    return candidates.isEmpty();
  }

  /** What one look at one instance saw; kept by the entry until its next look. */
  static final class Look {
    private final int capacity;
    private final long[] values;

    private Look(int capacity, long[] values) {
      this.capacity = capacity;
      this.values = values;
    }

    int capacity() {
      return capacity;
    }
  }

  /**
   * Looks at an instance.
   *
   * @param container an instance of the class, or of a subclass
   * @param before the last look at the same instance, or null
   * @param capacity asked after the fields are read, so that a growth in between does no harm
   */
  Look look(Heap heap, Object container, Look before, IntSupplier capacity) {
    long[] values = new long[candidates.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = candidates.get(i).read(heap, container);
    }
    Look now = new Look(capacity.getAsInt(), values);
    for (int i = 0; i < values.length; i++) {
      candidates.get(i).judge(now, before, i);
    }
    return now;
  }

  /** The size in a look, or {@link SizeReader#UNKNOWN} while no field is believed. */
  long size(Look look) {
    int best = -1;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (candidate.believed() && (best < 0 || candidate.betterThan(candidates.get(best)))) {
        best = i;
      }
    }
    return best < 0 ? SizeReader.UNKNOWN : look.values[best];
  }

  private static final class Candidate {
    private final long offset;
    private final boolean isLong;
    private final int rank;
    private int strikes;
    private int changes;

    Candidate(IntField field) {
      this.offset = field.offset();
      this.isLong = field.isLong();
      this.rank = rank(field.name().toLowerCase(Locale.ROOT));
    }

    private static int rank(String name) {
      // Modification counters stay in range as long as nothing was ever removed.
      if (name.contains("mod")) {
        return NAMES.size() + 1;
      }
      for (int i = 0; i < NAMES.size(); i++) {
        if (name.contains(NAMES.get(i))) {
          return i;
        }
      }
      return NAMES.size();
    }

    long read(Heap heap, Object container) {
      return isLong ? heap.longAt(container, offset) : heap.intAt(container, offset);
    }

    void judge(Look now, Look before, int index) {
      long value = now.values[index];
      if (value < 0 || value > now.capacity) {
        strikes++;
      } else if (before != null
          && before.capacity == now.capacity
          && before.values[index] != value) {
        changes++;
      }
    }

    boolean believed() {
      return strikes < STRIKES
          && changes >= (rank < NAMES.size() ? CHANGES_NAMED : CHANGES_UNNAMED);
    }

    boolean betterThan(Candidate other) {
      return rank != other.rank ? rank < other.rank : changes > other.changes;
    }
  }
}
