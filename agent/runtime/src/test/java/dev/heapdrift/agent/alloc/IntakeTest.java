package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final int THREADS = 8;
  private static final int EACH = 20_000;

  private final Intake intake = new Intake(Heap.open(), 2);
  private final List<TracedRef> taken = new ArrayList<>();

  @Test
  void whatIsNotFullIsTakenToo() {
    intake.add(new TracedRef(this, 1));
    intake.drain(taken::add);
    intake.add(new TracedRef(this, 2));
    intake.drain(taken::add);

    assertThat(taken).extracting(TracedRef::trace).containsExactly(1, 2);
  }

  @Test
  void nothingIsLostOrTakenTwiceWhileThreadsAdd() throws InterruptedException {
    intake.room(THREADS * (long) EACH);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int first = t * EACH;
      Thread thread = new Thread(() -> add(first));
      threads.add(thread);
      thread.start();
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      intake.drain(taken::add);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    intake.drain(taken::add);

    assertThat(taken.stream().mapToInt(TracedRef::trace).distinct().count())
        .isEqualTo(taken.size());
    assertThat(taken.size() + intake.dropped()).isEqualTo(THREADS * (long) EACH);
    assertThat(intake.held()).isLessThanOrEqualTo(intake.lanes() * (long) Intake.CHUNK);
  }

  @Test
  void pastTheBoundAddingIsADropAndGoesOnWhenThereIsRoom() {
    intake.room(0);
    int fitting = intake.lanes() * Intake.CHUNK;
    for (int i = 0; i < fitting + 10; i++) {
      intake.add(new TracedRef(this, i));
    }
    assertThat(intake.dropped()).isEqualTo(10);

    intake.drain(taken::add);
    intake.add(new TracedRef(this, fitting));
    intake.drain(taken::add);
    assertThat(taken).hasSize(fitting + 1);
  }

  private void add(int first) {
    for (int i = 0; i < EACH; i++) {
      intake.add(new TracedRef(this, first + i));
    }
  }
}
