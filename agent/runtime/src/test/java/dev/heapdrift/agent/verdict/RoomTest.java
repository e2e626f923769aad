package dev.heapdrift.agent.verdict;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.codec.Heading;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long MB = 1 << 20;

  @Test
  void thereIsWhereCollectionsLeaveEnough() {
    assertThatNoException().isThrownBy(() -> Room.require(heap(100, 95, 60), 4 * MB));
  }

  @Test
  void thereIsNoneWhereTheApplicationNeedsItAll() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Room.require(heap(100, 95, 61), 4 * MB))
        .withMessageStartingWith(
            "no room for the analyzer: it may need 40 MB of the heap, which has 39 left");
    assertThatIllegalStateException()
        .as("before the first collection")
        .isThrownBy(() -> Room.require(heap(100, 95, -1), 4 * MB))
        .withMessageContaining("which has 5 left");
  }

  private static Heading heap(long most, long used, long afterGc) {
    long after = afterGc < 0 ? -1 : afterGc * MB;
    return new Heading(
        new JvmFacts("abc-7", 1, "17", "VM", "G1", most * MB, 2),
        new CaptureFacts(1, CaptureFacts.Trigger.REQUEST, 1000, used * MB, after, 0));
  }
}
