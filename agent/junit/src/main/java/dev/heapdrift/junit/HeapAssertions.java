package dev.heapdrift.junit;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.function.Executable;

/**
 * Assertions on what stays in the heap, for any test or plain code.
 *
 * <p>One that fails throws an {@link AssertionError} that says what, where and held by whom. One
 * that cannot be decided aborts the test, as a failed assumption does, with the reason; the system
 * property {@code heapdrift.junit.inconclusive=fail} makes that a failure. What the code under test
 * throws goes through. All of them collect garbage, and run on the calling thread.
 */
public final class HeapAssertions {

  private HeapAssertions() {}

  /**
   * Asserts that nothing stays when some code is repeated; see {@link LeakRules#DEFAULT}. It runs
   * once before that. Needs the agent.
   *
   * @param body one iteration
   * @throws AssertionError when something stays of each iteration, with the findings
   * @throws IllegalStateException when called inside another leak check
   */
  public static void assertNoLeak(Executable body) {
    assertNoLeak(LeakRules.DEFAULT, body);
  }

  /**
   * As {@link #assertNoLeak(Executable)}, by other rules.
   *
   * @param rules how often to repeat and what may stay
   * @param body one iteration
   * @throws AssertionError when more stays of each iteration, with the findings
   * @throws IllegalStateException when called inside another leak check
   */
  public static void assertNoLeak(LeakRules rules, Executable body) {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(body, "body");
    try {
      body.execute(); // first of all: an agent that attaches hooks classes that are in use only
      Outcomes.enforce(LeakMeasurement.of(Caller.name(), rules, body));
    } catch (Throwable t) {
      throw Unchecked.<RuntimeException>rethrow(t);
    }
  }

  /**
   * Asserts that an object can be collected. The caller must not hold it any more: pass the
   * expression that yields it, or a {@link WeakReference} made before, and no local variable. What
   * is softly reachable counts as held.
   *
   * @param object what the caller holds no more
   * @throws AssertionError when it is held, with the path to it where an agent finds it
   */
  @SuppressWarnings("UnusedVariable") // it is the collector that reads the null
  public static void assertCollectable(Object object) {
    WeakReference<Object> reference = new WeakReference<>(Objects.requireNonNull(object, "object"));
    object = null; // else this parameter would hold it
    assertCollectable(reference);
  }

  /**
   * Asserts that what a reference refers to can be collected.
   *
   * @param reference to the object
   * @throws AssertionError when it is held, with the path to it where an agent finds it
   */
  public static void assertCollectable(WeakReference<?> reference) {
    Objects.requireNonNull(reference, "reference");
    try {
      FullCollection.run();
    } catch (Unmeasured e) {
      throw Outcomes.inconclusive(e.getMessage());
    }
    if (!FullCollection.clears(reference)) {
      Object held = reference.get();
      if (held != null) {
        throw Outcomes.failed(HolderText.of(held));
      }
    }
  }

  /**
   * Asserts how much some code allocates on this thread. It runs once, and where that is too much,
   * for the first run also loads and links classes, twice more; the least counts. Works without an
   * agent.
   *
   * @param bytes most that one run may allocate, 0 or more
   * @param body what to run
   * @throws AssertionError when each run allocates more
   */
  public static void assertAllocatesAtMost(long bytes, Executable body) {
    requireNotNegative(bytes, "bytes");
    Objects.requireNonNull(body, "body");
    try {
      long least = AllocatedBytes.least(bytes, body);
      if (least > bytes) {
        throw Outcomes.failed(
            "heapdrift: allocates " + least + " B, the least of three runs; allowed are " + bytes);
      }
    } catch (Unmeasured e) {
      throw Outcomes.inconclusive(e.getMessage());
    } catch (Throwable t) {
      throw Unchecked.<RuntimeException>rethrow(t);
    }
  }

  /**
   * Asserts how many instances of one class are alive in the whole JVM, those of its subclasses not
   * counted. Works without an agent; with one that traces, the message tells where they come from.
   *
   * @param type the class, no interface
   * @param most how many may be alive, 0 or more
   * @throws AssertionError when there are more
   */
  public static void assertInstancesAtMost(Class<?> type, long most) {
    requireNotNegative(most, "most");
    OptionalLong live = ClassHistogram.instances(Objects.requireNonNull(type, "type"));
    if (live.isEmpty()) {
      throw Outcomes.inconclusive("this JVM offers no class histogram");
    }
    if (live.getAsLong() > most) {
      throw Outcomes.failed(
          "heapdrift: "
              + live.getAsLong()
              + " instances of "
              + type.getTypeName()
              + " are alive; allowed are "
              + most
              + HolderText.origins(type));
    }
  }

  private static void requireNotNegative(long number, String name) {
    if (number < 0) {
      throw new IllegalArgumentException(name + " cannot be negative: " + number);
    }
  }
}
