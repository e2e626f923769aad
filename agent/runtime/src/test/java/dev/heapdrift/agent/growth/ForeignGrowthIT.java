package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The built agent notices containers of libraries that it does not know. */
class ForeignGrowthIT {
  @TempDir static Path folder;

  private static Noticed noticed;

  @BeforeAll
  static void fillEveryLibrary() {
    noticed =
        Noticed.by(
            EveryLibrary.class,
            folder,
            seen ->
                Stream.of(EveryLibrary.Expected.values())
                    .noneMatch(expected -> seen.ofType(expected.type).isEmpty()));
  }

  @ParameterizedTest
  @EnumSource
  void isNoticedAsTheOwnerOfItsArray(EveryLibrary.Expected expected) {
    assertThat(noticed.ofType(expected.type)).as(expected.type).isNotEmpty();
  }
}
