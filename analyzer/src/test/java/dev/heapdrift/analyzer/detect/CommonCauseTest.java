package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Owner;
import org.junit.jupiter.api.Test;

class CommonCauseTest {

  @Test
  void siblingsThatGrowAreOneFinding() {
    Snapshots run = Snapshots.lasting(30);
    for (int tenant = 0; tenant < 12; tenant++) {
      double rate = 50 + tenant;
      run.with("java.util.HashMap", c -> cacheOfATenant(c).size(t -> 1024 + rate * t));
    }
    Finding finding = DetectionTest.only(DetectionTest.of(run));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(finding.details().container().members()).isEqualTo(12);
    assertThat(finding.details().growth().entriesPerSecond()).isBetween(640.0, 690.0);
  }

  @Test
  void siblingsThatAreEachBoundedButEverMoreAreALeak() {
    Snapshots run = Snapshots.lasting(40);
    for (int tenant = 0; tenant < 40; tenant++) {
      double born = tenant;
      run.with(
          "java.util.HashMap",
          c ->
              cacheOfATenant(c).alive(born, 99).size(t -> Math.min(2000, 1024 + 500 * (t - born))));
    }
    Findings findings = DetectionTest.of(run);
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(DetectionTest.only(findings).details().container().members()).isEqualTo(40);
  }

  @Test
  void aSiblingIsNoLeakWhenTheOthersAreEmptiedOneByOne() {
    Snapshots run = Snapshots.lasting(30);
    for (int tenant = 0; tenant < 12; tenant++) {
      double phase = tenant * 3;
      run.with("java.util.HashMap", c -> cacheOfATenant(c).size(t -> 50 * ((t + phase) % 36)));
    }
    assertThat(DetectionTest.of(run).list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  @Test
  void aSiblingThatIsClearedAtTheExitExcusesNothing() {
    Snapshots run =
        Snapshots.lasting(30)
            .with("java.util.HashMap", c -> cacheOfATenant(c).size(t -> 1000 + 300 * t))
            .with(
                "java.util.HashMap", c -> cacheOfATenant(c).size(t -> t < 30 ? 900 + 300 * t : 0));
    assertThat(DetectionTest.of(run).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void whatItWasEmptiedOfItselfAtTheStartSaysNothing() {
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.util.HashMap", c -> cacheOfATenant(c).size(t -> t < 2 ? 3 - 2 * t : 300 * t));
    assertThat(DetectionTest.only(DetectionTest.of(run)).verdict()).isEqualTo(Verdict.UNBOUNDED);
  }

  @Test
  void aMapThatGrowsExplainsTheSiblingsInside() {
    Snapshots run =
        Snapshots.lasting(40)
            .with(
                "java.util.HashMap",
                c -> c.heldBy("com.app.Shop.tenants").size(t -> 1024 + 300 * t));
    for (int tenant = 0; tenant < 40; tenant++) {
      double born = tenant;
      run.with("java.util.HashMap", c -> cacheOfATenant(c).alive(born, 99).size(t -> 2000));
    }
    Finding finding = DetectionTest.only(DetectionTest.of(run));
    assertThat(finding.details().container().holder()).isEqualTo("com.app.Shop.tenants");
    assertThat(finding.details().alongside())
        .singleElement()
        .satisfies(c -> assertThat(c.holder()).isEqualTo("com.app.Tenant.cache"));
  }

  @Test
  void aMapThatGrowsExplainsAnOpenQuestionInsideButNoOtherLeak() {
    Snapshots run =
        Snapshots.lasting(40)
            .with(
                "java.util.HashMap",
                c -> c.heldBy("com.app.Shop.tenants").size(t -> 1024 + 300 * t))
            .with(
                "java.util.HashMap",
                c -> cacheOfATenant(c).size(t -> 50_000 * (1 - Math.exp(-t / 30))));
    assertThat(DetectionTest.only(DetectionTest.of(run)).details().alongside()).hasSize(1);

    run.with(
        "java.util.ArrayList",
        c ->
            c.heldBy(
                    "static com.app.Shop.tenants{value}.log",
                    Owner.Kind.STATIC,
                    "com.app.Tenant.log")
                .size(t -> 900 * t));
    assertThat(DetectionTest.of(run).list())
        .extracting(f -> f.details().container().holder())
        .containsExactly("com.app.Tenant.log", "com.app.Shop.tenants");
  }

  @Test
  void theThreadLocalsOfAPoolAreOneFinding() {
    Snapshots run = Snapshots.lasting(30);
    for (int thread = 1; thread <= 4; thread++) {
      double rate = 100 * thread;
      run.with(
          "java.lang.ThreadLocal$ThreadLocalMap",
          c ->
              c.structure(Structure.THREAD_LOCALS)
                  .heldBy(
                      "thread-locals of thread \"pool-#-thread-#\"", Owner.Kind.THREAD_LOCAL, null)
                  .size(t -> rate * t)
                  .grownAt("com.app.Context.open(Context.java:12)"));
    }
    Finding finding = DetectionTest.only(DetectionTest.of(run));
    assertThat(finding.details().alongside()).hasSize(3);
  }

  @Test
  void containersFedByOneMethodAtOneRateAreOneFinding() {
    String[] stack = {
      "java.util.HashMap.resize(HashMap.java:700)", "com.app.Orders.open(Orders.java:42)"
    };
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.util.HashMap",
                c ->
                    c.heldBy("com.app.Orders.byId")
                        .bytesPerEntry(900)
                        .size(t -> 300 * t)
                        .grownAt(stack))
            .with(
                "java.util.TreeMap",
                c ->
                    c.heldBy("com.app.Orders.byTime")
                        .bytesPerEntry(50)
                        .size(t -> 300 * t)
                        .grownAt(stack))
            .with(
                "java.util.HashMap",
                c ->
                    c.heldBy("com.app.Orders.byCustomer")
                        .bytesPerEntry(50)
                        .size(t -> 20 * t)
                        .grownAt(stack));
    Findings findings = DetectionTest.of(run);
    assertThat(findings.list())
        .extracting(f -> f.details().container().holder())
        .containsExactly("com.app.Orders.byId", "com.app.Orders.byCustomer");
    assertThat(findings.list().get(0).details().alongside()).hasSize(1);
  }

  private static ContainerBuilder cacheOfATenant(ContainerBuilder c) {
    return c.heldBy(
        "static com.app.Shop.tenants{value}.cache", Owner.Kind.STATIC, "com.app.Tenant.cache");
  }
}
