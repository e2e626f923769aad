package dev.heapdrift.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
  private static final JvmFacts JVM = new JvmFacts("abc-7", 1, "17", "VM", "G1", 1L << 30, 2);

  @TempDir Path folder;

  private final AtomicInteger snapshots = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();

  @Test
  void whoAsksHearsOfASnapshotOfThen() throws IOException {
    try (Judge judge = judge("judge", this::snapshot)) {
      judge.findings();
      awaitRest();
      List<Map<String, String>> said = judge.findings();
      assertThat(said.get(0)).containsEntry("snapshots", "2");
      assertThat(said.get(1)).containsEntry("title", "abc-7-000002.hds");
    }
  }

  @Test
  void whatIsUnboundedIsNewsOnce() throws IOException {
    try (Judge judge = judge("judge", this::snapshot)) {
      judge.findings();
      awaitRest();
      judge.findings();
    }
    assertThat(news).containsExactly("f1");
  }

  @Test
  void whoAsksMeanwhileGetsTheSameAnswer() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Supplier<String> slow =
        () -> {
          awaitUninterrupted(gate);
          return snapshot();
        };
    try (Judge judge = judge("judge", slow)) {
      CompletableFuture<Object> first = CompletableFuture.supplyAsync(judge::findings);
      Await.until("it has begun", JudgeTest::isAtWork);
      CompletableFuture<Object> second = CompletableFuture.supplyAsync(judge::findings);
      gate.countDown();
      assertThat(get(second)).isEqualTo(get(first));
    }
    assertThat(snapshots).hasValue(1);
  }

  @Test
  void withoutAnAnalyzerThereIsNoSnapshotForNothing() throws IOException {
    Path other = FakeAnalyzer.ofSomethingElse(folder.resolve("other.jar"));
    for (String jar : new String[] {"gone.jar", other.toString()}) {
      try (Judge judge = new Judge(new AnalyzerJar(jar, null), this::snapshot, told -> {}, 0)) {
        assertThatIllegalStateException().isThrownBy(judge::findings).withMessageContaining(jar);
      }
    }
    assertThat(snapshots).hasValue(0);
  }

  @Test
  void whatTheAgentRefusesIsPassedOn() throws IOException {
    Supplier<String> refuses =
        () -> {
          throw new IllegalStateException("the disk is full");
        };
    try (Judge judge = judge("judge", refuses)) {
      assertThatIllegalStateException()
          .isThrownBy(judge::findings)
          .withMessage("the disk is full")
          .withNoCause();
    }
  }

  @Test
  void ofItsOwnAccordItJudgesNotTooOften() throws IOException {
    Path jar = FakeAnalyzer.that("judge", folder.resolve("fake.jar"));
    AnalyzerJar there = new AnalyzerJar(jar.toString(), null);
    try (Judge judge = new Judge(there, this::snapshot, this::hear, 3_600_000)) {
      judge.judgeIfRested();
      Await.until("the news", () -> !news.isEmpty());
      awaitRest();
      judge.judgeIfRested();
      assertThat(isAtWork()).isFalse();
    }
    assertThat(snapshots).hasValue(1);
  }

  @Test
  void whatIsUnderWayIsGivenUpWhenTheAgentLeaves() throws Exception {
    Judge judge = judge("hang", this::snapshot);
    CompletableFuture<Object> asked = CompletableFuture.supplyAsync(judge::findings);
    Await.until("it has begun", () -> snapshots.get() > 0);
    judge.close();
    assertThat(asked)
        .failsWithin(2, TimeUnit.MINUTES)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IllegalStateException.class);
    awaitRest();
    assertThatIllegalStateException().isThrownBy(judge::findings).withMessage("the agent has left");
  }

  private Judge judge(String does, Supplier<String> snapshot) throws IOException {
    Path jar = FakeAnalyzer.that(does, folder.resolve("fake.jar"));
    return new Judge(new AnalyzerJar(jar.toString(), null), snapshot, this::hear, 0);
  }

  private void hear(Map<String, String> finding) {
    news.add(finding.get("fingerprint"));
  }

  /** Writes one into the folder, as the agent does. */
  private String snapshot() {
    int number = snapshots.incrementAndGet();
    Path file = folder.resolve(String.format(Locale.ROOT, "abc-7-%06d.hds", number));
    Snapshot taken =
        new Snapshot(
            JVM,
            new CaptureFacts(number, CaptureFacts.Trigger.REQUEST, 1000, 10 << 20, 5 << 20, 1),
            new AgentFacts("0.1.0", "watch", 1, Map.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (OutputStream out = Files.newOutputStream(file)) {
      SnapshotWriter.write(taken, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  /** The answer comes before its thread has ended, and until then there is no other. */
  private static void awaitRest() {
    Await.until("the judgement is over", () -> !isAtWork());
  }

  private static boolean isAtWork() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("heapdrift-verdict"));
  }

  private static void awaitUninterrupted(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(CompletableFuture<Object> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(2, TimeUnit.MINUTES);
  }
}
