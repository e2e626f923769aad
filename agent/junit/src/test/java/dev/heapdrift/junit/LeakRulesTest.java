package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeakRulesTest {

  @Test
  void eachFigureCanBeChanged() {
    assertThat(
            LeakRules.DEFAULT
                .withWarmup(1)
                .withIterations(20)
                .withMaxGrowthPerIteration(0.5)
                .withBudget(Duration.ofSeconds(5)))
        .isEqualTo(new LeakRules(1, 20, 0.5, Duration.ofSeconds(5)));
  }

  @Test
  void figuresOutOfRangeAreRefused() {
    LeakRules rules = LeakRules.DEFAULT;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.withIterations(0))
        .withMessage("iterations is out of range: 0");
    assertThatIllegalArgumentException().isThrownBy(() -> rules.withWarmup(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.withMaxGrowthPerIteration(-0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.withMaxGrowthPerIteration(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> rules.withBudget(Duration.ofMillis(-1)));
  }
}
