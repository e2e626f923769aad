package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.testing.Snapshots;
import org.junit.jupiter.api.Test;

/** The same straight rise to 20,000 entries, under one limit or another. */
class DeclaredLimitTest {

  @Test
  void belowALimitThatIsKeptToItIsBounded() {
    Findings findings = under("com.github.benmanes.caffeine.cache.SSMS.maximum", 100_000);
    assertThat(findings.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(only(findings).verdict()).isEqualTo(Verdict.SATURATING);
    assertThat(only(findings).growth().plateau()).isEqualTo(100_000.0);
  }

  @Test
  void belowALimitOfTheApplicationItIsOpen() {
    Findings findings = under("com.app.Lru.maxSize", 100_000);
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(findings).evidence().missing()).contains("100,000 (com.app.Lru.maxSize)");
  }

  @Test
  void whereARuleEvictsItIsOpen() {
    Findings findings = under("com.app.Lru.removeEldestEntry", -1);
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(findings).evidence().missing()).contains("com.app.Lru.removeEldestEntry");
  }

  @Test
  void beyondItsLimitItIsALeak() {
    Findings findings = under("com.app.Lru.maxSize", 5_000);
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(only(findings).evidence().pattern()).contains("beyond its limit of 5,000");
  }

  private static Findings under(String declaredBy, long entries) {
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.util.concurrent.ConcurrentHashMap",
                c -> c.heldBy("com.app.Lru.map").limitedBy(declaredBy, entries).size(t -> 666 * t));
    return DetectionTest.of(run);
  }

  private static Details only(Findings findings) {
    return DetectionTest.only(findings).details();
  }
}
