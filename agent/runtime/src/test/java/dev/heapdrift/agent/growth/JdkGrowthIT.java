package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built agent notices every structure of the table; the hooked classes of the JDK verify. */
class JdkGrowthIT {
  @TempDir static Path folder;

  private static Noticed noticed;

  @BeforeAll
  static void fillEveryStructure() {
    noticed =
        Noticed.by(
            EveryStructure.class,
            folder,
            seen -> rows().stream().allMatch(row -> isWhole(seen.ofType(row.className()))));
  }

  static List<Structure> rows() {
    return GrowthTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isNoticedWithItsStackAndItsSize(Structure row) {
    List<ContainerFacts> found = noticed.ofType(row.className());

    assertThat(found).as(row.className()).isNotEmpty();
    assertThat(found).anyMatch(container -> container.structure() == row.kind());
    assertThat(isWhole(found)).as("size").isTrue();
  }

  private static boolean isWhole(List<ContainerFacts> found) {
    return found.stream().anyMatch(container -> container.size() >= EveryStructure.ENTRIES);
  }

  @Test
  void nothingIsMissing() {
    assertThat(noticed.snapshot().notSeen()).noneMatch(line -> line.contains("not noticed"));
  }
}
