package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void aTerminalIsNoBuildSystem() {
    assertThat(Surroundings.of(Map.of())).isEqualTo(new Surroundings(false, null, HERE));
    assertThat(Surroundings.of(Map.of("GITHUB_ACTIONS", "", "GITHUB_STEP_SUMMARY", " ")))
        .isEqualTo(new Surroundings(false, null, HERE));
  }

  @Test
  void pathsAreRelativeToTheCheckoutOfWhicheverSystem() {
    String checkout = HERE.getParent().toString();
    for (String name : new String[] {"GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE"}) {
      assertThat(Surroundings.of(Map.of(name, checkout)).project()).isEqualTo(HERE.getParent());
    }
  }

  @Test
  void aCheckoutElsewhereDoesNotCount() {
    String elsewhere = HERE.resolve("elsewhere").toString();
    assertThat(Surroundings.of(Map.of("CI_PROJECT_DIR", elsewhere)).project()).isEqualTo(HERE);
  }
}
