package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class GrowthSitesTest {
  private final GrowthSites sites = new GrowthSites();

  @Test
  void countsByStackMostFrequentFirst() {
    sites.add(5, 1);
    sites.add(9, 1);
    sites.add(9, 2);
    assertThat(sites.facts(IntUnaryOperator.identity()))
        .containsExactly(new GrowthSite(9, 3), new GrowthSite(5, 1));
  }

  @Test
  void keepsEightStacksAndIgnoresUnknownOnes() {
    for (int stack = 0; stack < 20; stack++) {
      sites.add(stack, 1);
    }
    sites.add(StackInterner.NONE, 1);
    assertThat(sites.facts(IntUnaryOperator.identity())).hasSize(GrowthSites.MAX);
  }
}
