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
            seen -> rows().stream().allMatch(row -> isWhole(seen.ofType(typeOf(row)))));
  }

  static List<Structure> rows() {
    return GrowthTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isNoticedWithItsStackAndItsSize(Structure row) {
    List<ContainerFacts> found = noticed.ofType(typeOf(row));

    assertThat(found).as(row.className()).isNotEmpty();
    assertThat(found).anyMatch(container -> container.structure() == row.kind());
    assertThat(isWhole(found)).as("size").isTrue();
  }

  /** The row's class, or the one that extends it where it is abstract. */
  private static String typeOf(Structure row) {
    return row.className().equals("java.beans.ChangeListenerMap")
        ? "java.beans.PropertyChangeSupport$PropertyChangeListenerMap"
        : row.className();
  }

  private static boolean isWhole(List<ContainerFacts> found) {
    return found.stream().anyMatch(container -> container.size() >= EveryStructure.ENTRIES);
  }

  @Test
  void nothingIsMissing() {
    assertThat(noticed.snapshot().notSeen()).noneMatch(line -> line.contains("not noticed"));
  }
}
