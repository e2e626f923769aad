package dev.heapdrift.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Await;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class BeanReaderTest {
  private static final String BEAN = "dev.heapdrift.test:type=Shop,name=orders";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private BeanReader reader;

  /** What the tests' beans offer. */
  public interface ShopMXBean {
    long getServed() throws InterruptedException;

    String getName();

    double getShare();
  }

  /** A bean whose getter does as it is told. */
  private static final class Shop implements ShopMXBean {
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch blocked;
    private final boolean broken;

    Shop(CountDownLatch blocked, boolean broken) {
      this.blocked = blocked;
      this.broken = broken;
    }

    @Override
    public long getServed() throws InterruptedException {
      blocked.await();
      if (broken) {
        throw new IllegalStateException("secret");
      }
      return 100L * reads.incrementAndGet();
    }

    @Override
    public String getName() {
      return "corner shop";
    }

    @Override
    public double getShare() {
      return Double.NaN;
    }
  }

  @AfterEach
  void close() throws Exception {
    reader.close();
    if (server.isRegistered(new ObjectName(BEAN))) {
      server.unregisterMBean(new ObjectName(BEAN));
    }
  }

  @Test
  void eachAnswerIsTakenOnceAndTheNextOneAskedFor() throws Exception {
    register(open(), false);
    reader = start("Served");
    assertThat(reader.poll()).as("nobody has asked yet").isNull();
    assertThat(next().value()).isEqualTo(100);
    assertThat(next().value()).isEqualTo(200);
    assertThat(reader.notSeen()).isEmpty();
  }

  @Test
  void aBeanMayComeLater() throws Exception {
    reader = start("Served");
    Await.until("a complaint", () -> reader.poll() == null && !reader.notSeen().isEmpty());
    assertThat(reader.notSeen())
        .containsExactly("work by " + BEAN + "#Served: no MBean server has it");
    register(open(), false);
    assertThat(next().value()).isEqualTo(100);
    assertThat(reader.notSeen()).isEmpty();
  }

  @Test
  void anAttributeThatFailsIsGivenUpWithoutItsMessage() throws Exception {
    register(open(), true);
    reader = start("Served");
    Await.until("it is given up", this::givenUp);
    assertThat(reader.notSeen().get(0))
        .contains("given up: fails with ", "IllegalStateException")
        .doesNotContain("secret");
    assertThat(reader.poll()).isNull();
  }

  @Test
  void whatIsNoNumberIsGivenUp() throws Exception {
    register(open(), false);
    reader = start("Name");
    Await.until("it is given up", this::givenUp);
    assertThat(reader.notSeen().get(0)).endsWith("given up: is no number");
    reader.close();
    reader = start("Share");
    Await.until("it is given up", this::givenUp);
    assertThat(reader.notSeen().get(0)).endsWith("given up: is no number");
  }

  @Test
  void anAttributeThatDoesNotComeBackIsGivenUpAndNobodyWaitsForIt() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    register(blocked, false);
    reader = start("Served");
    Await.until("it is given up", this::givenUp);
    assertThat(reader.notSeen().get(0)).endsWith("given up: does not come back");
    blocked.countDown();
  }

  private BeanReader start(String attribute) {
    return BeanReader.start(BEAN + '#' + attribute, NOPLogger.NOP_LOGGER);
  }

  private void register(CountDownLatch blocked, boolean broken) throws Exception {
    server.registerMBean(new Shop(blocked, broken), new ObjectName(BEAN));
  }

  private static CountDownLatch open() {
    return new CountDownLatch(0);
  }

  private boolean givenUp() {
    return reader.poll() == null && reader.notSeen().toString().contains("given up");
  }

  private BeanReader.Answer next() {
    BeanReader.Answer[] answer = new BeanReader.Answer[1];
    Await.until(
        "an answer",
        () -> {
          answer[0] = reader.poll();
          return answer[0] != null;
        });
    return answer[0];
  }
}
