package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Frame;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackInternerTest {
  private final StackInterner stacks = new StackInterner(Heap.open(), 16);

  @Test
  void givesTheSameStackTheSameNumber() {
    int[] seen = new int[3];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = stacks.intern(new Throwable());
    }
    assertThat(seen).containsOnly(seen[0]);
    assertThat(stacks.intern(new Throwable())).isNotEqualTo(seen[0]);
  }

  @Test
  void hashesTellStacksApartWithoutNames() {
    BacktraceHash hashes = new BacktraceHash(Heap.open());
    long[] same = new long[2];
    for (int i = 0; i < same.length; i++) {
      same[i] = hashes.of(new Throwable(), 10);
    }
    assertThat(same[0]).isNotZero().isEqualTo(same[1]);
    assertThat(hashes.of(new Throwable(), 10)).isNotZero().isNotEqualTo(same[0]);
    assertThat(hashes.of(deep(100), 10)).isEqualTo(hashes.of(deep(100), 10));
    assertThat(hashes.of(deep(100), 90)).isNotEqualTo(hashes.of(deep(60), 90));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersAlikeWithAndWithoutHashes(boolean hashed) {
    StackInterner interner = new StackInterner(hashed ? Heap.open() : null, 4);
    int first = interner.intern(deep(50));
    assertThat(interner.intern(deep(50))).isEqualTo(first);
    assertThat(interner.frames(first)).hasSize(4);
    assertThat(interner.frames(first).get(0).methodName()).isEqualTo("deep");
  }

  @Test
  void leavesOutTheFramesOfTheDoor() {
    Growths growths = new Growths();
    int stack = stacks.intern(growths.of(new Object(), 5000).stack);
    assertThat(stacks.frames(stack).get(0).className()).isEqualTo(Growths.class.getName());
  }

  @Test
  void isBoundedAndReusesTheNumbersOfStacksThatNobodyUses() {
    StackInterner stacks = new StackInterner(null, 16);
    for (int i = 0; i < StackInterner.MAX_STACKS + 10; i++) {
      stacks.intern(artificial(i));
    }
    assertThat(stacks.dropped()).isEqualTo(10);
    assertThat(stacks.crowded()).isTrue();
    BitSet used = new BitSet();
    used.set(7);
    List<Frame> kept = stacks.frames(7);
    stacks.retain(used);
    assertThat(stacks.crowded()).isFalse();
    assertThat(stacks.frames(7)).isEqualTo(kept);
    assertThat(stacks.intern(artificial(7))).isEqualTo(7);
    assertThat(stacks.intern(artificial(-1))).isZero();
  }

  @Test
  void knowsAStackThatLostItsFileToARetransformation() {
    StackInterner stacks = new StackInterner(null, 16);
    int stack = stacks.intern(thrown(frame("A", "A.java", 7), frame("B", "B.java", 8)));
    assertThat(stacks.intern(thrown(frame("A", null, 7), frame("B", "B.java", 8))))
        .isEqualTo(stack);
    assertThat(stacks.intern(thrown(frame("A", null, -1), frame("B", "B.java", 8))))
        .isEqualTo(stack);
    assertThat(stacks.intern(thrown(frame("A", null, 9), frame("B", "B.java", 8))))
        .isNotEqualTo(stack);
  }

  @Test
  void knowsAStackThatLostMoreThanItsTop() {
    StackInterner stacks = new StackInterner(null, 16);
    int stack = stacks.intern(thrown(frame("A", "A.java", 7), frame("A", "A.java", 8)));
    assertThat(stacks.intern(thrown(frame("A", "A.java", 7), frame("A", null, -1))))
        .isEqualTo(stack);
    assertThat(stacks.intern(thrown(frame("A", "A.java", 6), frame("A", null, -1))))
        .isNotEqualTo(stack);
  }

  private static Throwable thrown(StackTraceElement... frames) {
    Throwable thrown = new Throwable();
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static StackTraceElement frame(String className, String file, int line) {
    return new StackTraceElement(className, "m", file, line);
  }

  private static Throwable deep(int depth) {
    return depth == 0 ? new Throwable() : deep(depth - 1);
  }

  private static Throwable artificial(int line) {
    return thrown(new StackTraceElement("a.B", "c" + line, "B.java", line));
  }
}
