package dev.heapdrift.samples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.heapdrift.samples.orders.shop.Leak;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void withoutOptionsTheServiceIsHealthyAndNotDriven() {
    assertThat(Arguments.parse()).isEqualTo(new Arguments(Set.of(), false, 0, 0, 30));
  }

  @Test
  void leaksAddUp() {
    assertThat(Arguments.parse("--leak", "price-cache", "--leak", "audit-queue").leaks())
        .containsExactlyInAnyOrder(Leak.PRICE_CACHE, Leak.AUDIT_QUEUE);
  }

  @Test
  void driveTakesARateAndSeconds() {
    Arguments arguments = Arguments.parse("--drive", "600", "--seconds", "12");
    assertThat(arguments.rate()).isEqualTo(600);
    assertThat(arguments.seconds()).isEqualTo(12);
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    refused("no leak is called teapot; see --list-leaks", "--leak", "teapot");
    refused("unknown option --tea", "--tea");
    refused("--port needs a value", "--port");
    refused("--drive takes a number from 1 to 2000, not fast", "--drive", "fast");
    refused("--drive takes a number from 1 to 2000, not 2001", "--drive", "2001");
  }

  private static void refused(String why, String... args) {
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse(args)).withMessage(why);
  }
}
