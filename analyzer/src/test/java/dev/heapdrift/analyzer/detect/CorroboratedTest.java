package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A container that may level off, and what is made in the call that fills it. */
class CorroboratedTest {
  private static final String[] FILL = {
    "java.util.ArrayList.grow(ArrayList.java:237)",
    "com.pool.Slots.open(Slots.java:179)",
    "com.pool.Slots.take(Slots.java:98)",
    "com.log.Encoder.encode(Encoder.java:155)",
    "com.app.Job.run(Job.java:26)"
  };

  @Test
  void isTheLeakThatSurvivorsTellOf() {
    Finding leak = only(run(c -> {}, "com.pool.Slots.take(Slots.java:105)", FILL[3]));
    assertThat(leak.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
    assertThat(leak.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(leak.details().container().holder()).isEqualTo("com.pool.Slots.all");
    assertThat(leak.details().insertionSite().print()).isEqualTo(FILL[1]);
    assertThat(leak.details().confidence()).isBetween(0.8, 0.95);
    assertThat(leak.details().evidence().pattern())
        .startsWith("growth slows down")
        .contains("; of what is made as it is filled, 400 sampled survivors");
    assertThat(leak.details().evidence().missing()).isNull();
  }

  /** Born ever more rarely, if not so much as to be no leak's. */
  @Test
  void staysOpenAndExplainsWhatFillsUpAsItDoes() {
    for (double tau : List.of(1.0, 2.0)) {
      DoubleUnaryOperator filling =
          part -> 2 - 27 * tau * Math.log(1 - part * (1 - Math.exp(-1 / tau)));
      SiteBuilder warming =
          slowing(c -> {}).survivors("char[]", 400, filling, deep(FILL[2], FILL[3]));
      assertThat(of(warming).list())
          .extracting(Finding::kind, Finding::verdict)
          .containsExactly(tuple(Kind.UNBOUNDED_COLLECTION, Verdict.INCONCLUSIVE));
    }
  }

  @Test
  void isNotWhereTheCallIsAnotherOne() {
    for (String[] end :
        List.of(
            new String[] {"com.pool.Slots.give(Slots.java:120)", FILL[3]},
            new String[] {FILL[2], "com.log.Encoder.flush(Encoder.java:170)"})) {
      assertThat(of(run(c -> {}, end[0], end[1])).list())
          .extracting(Finding::kind, Finding::verdict)
          .containsExactlyInAnyOrder(
              tuple(Kind.ALLOCATION_GROWTH, Verdict.UNBOUNDED),
              tuple(Kind.UNBOUNDED_COLLECTION, Verdict.INCONCLUSIVE));
    }
  }

  @Test
  void isNotWhereWhatPilesUpHoldsItself() {
    SiteBuilder chain =
        slowing(c -> {}).nodes("com.json.Node", 60, part -> 2 + 27 * part, deep(FILL[2], FILL[3]));
    assertThat(of(chain).list())
        .extracting(Finding::kind, Finding::verdict)
        .containsExactly(
            tuple(Kind.LINKED_STRUCTURE, Verdict.UNBOUNDED),
            tuple(Kind.UNBOUNDED_COLLECTION, Verdict.INCONCLUSIVE));
  }

  @Test
  void keepsADeclaredLimitInDoubt() {
    Finding cache = only(run(c -> c.limitedBy("com.pool.Slots.max", 100_000), FILL[2], FILL[3]));
    assertThat(cache.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
    assertThat(cache.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(cache.details().evidence().missing()).contains("limit of 100,000");
  }

  private static SiteBuilder run(Consumer<ContainerBuilder> limit, String call, String caller) {
    return slowing(limit).survivors("char[]", 400, part -> 2 + 27 * part, deep(call, caller));
  }

  private static SiteBuilder slowing(Consumer<ContainerBuilder> limit) {
    Snapshots run =
        Snapshots.lasting(31)
            .with(
                "java.util.ArrayList",
                c -> {
                  c.heldBy("com.pool.Slots.all").size(t -> 1000 * Math.sqrt(t)).grownAt(9, FILL);
                  limit.accept(c);
                });
    return SiteBuilder.of(run).oldCollections(2, 30, t -> 20 + t);
  }

  private static String[] deep(String call, String caller) {
    return new String[] {
      "com.json.Recycler.alloc(Recycler.java:191)",
      "com.json.Recycler.chars(Recycler.java:161)",
      "com.json.Context.buffer(Context.java:275)",
      "com.json.Generator.<init>(Generator.java:137)",
      "com.json.Factory.generator(Factory.java:99)",
      call,
      caller,
      FILL[4]
    };
  }

  private static Finding only(SiteBuilder run) {
    List<Finding> findings = of(run).list();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static Findings of(SiteBuilder run) {
    return Detection.of(Runs.of(run.list()), List.of(), Catalogue.builtIn());
  }
}
