package dev.heapdrift.snapshot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerbTest {

  @ParameterizedTest
  @EnumSource
  void eachIsKnownByItsText(Verb verb) {
    assertThat(Verb.of(verb.text())).isSameAs(verb);
  }

  @Test
  void thatOfAnotherBuildIsNotGuessed() {
    assertThat(Verb.of("tracing")).isNull();
    assertThat(Verb.of("STATUS")).isNull();
  }
}
