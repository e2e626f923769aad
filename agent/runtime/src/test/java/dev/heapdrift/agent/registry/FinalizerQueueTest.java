package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.snapshot.ContainerFacts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FinalizerQueueTest {
  private static final int OBJECTS = 500;
  private static final CountDownLatch RELEASE = new CountDownLatch(1);

  private final FinalizerQueue queue = new FinalizerQueue(new Reader().heap);

  @Test
  void tellsHowManyWaitAndOfWhichClass() {
    assertThat(queue.facts(new Now(1000, 3, 0))).as("nothing waits").isNull();
    try {
      ContainerFacts facts = backlog();
      assertThat(facts.id()).isEqualTo(FinalizerQueue.ID);
      assertThat(facts.owner().path()).isEqualTo("static java.lang.ref.Finalizer.queue");
      assertThat(facts.size()).isBetween(64L, (long) OBJECTS);
      assertThat(facts.elements().get(0).type()).isEqualTo(Slow.class.getName());
      assertThat(facts.elements().get(0).share()).isGreaterThan(0.5);
    } finally {
      RELEASE.countDown();
    }
    Await.until("all are finalized", () -> queue.facts(new Now(3000, 5, 0)).size() == 0);
  }

  private ContainerFacts backlog() {
    for (int i = 0; i < OBJECTS; i++) {
      new Slow();
    }
    ContainerFacts[] facts = new ContainerFacts[1];
    Await.until(
        "some wait",
        () -> {
          System.gc();
          facts[0] = queue.facts(new Now(2000, 4, 0));
          return facts[0] != null;
        });
    return facts[0];
  }

  /** Whose finalizers wait for the first of them. */
  private static final class Slow {
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() throws InterruptedException {
      RELEASE.await(5, TimeUnit.MINUTES);
    }
  }
}
