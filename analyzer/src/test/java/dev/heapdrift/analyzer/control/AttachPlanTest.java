package dev.heapdrift.analyzer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachPlanTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 9, 12, 0, 7);

  @TempDir Path here;

  @Test
  void withoutAFolderAFreshOneIsMade() throws AttachException {
    AttachPlan plan = plan("level=sample");
    assertThat(plan.folder()).isEqualTo(here.resolve("heapdrift-42-20260309-120007"));
    assertThat(plan.folder()).isEmptyDirectory();
    assertThat(plan.options()).isEqualTo("level=sample,snapshots=" + plan.folder());
    assertThat(plan.made()).isTrue();
    assertThat(plan(null).options()).isEqualTo("snapshots=" + plan.folder());
  }

  @Test
  void aRelativeFolderIsRelativeToTheUser() throws AttachException {
    for (String options : new String[] {"snapshots=a,level=exact", "level=exact,snapshots=./a"}) {
      assertThat(plan(options).options()).isEqualTo("level=exact,snapshots=" + here.resolve("a"));
    }
    assertThat(plan("level=exact,snapshots=a").made()).isFalse();
  }

  @Test
  void whatAnAgentArgumentCannotHoldIsRefused() {
    refused("snapshots=a=b", "no comma and no = in it");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(here.resolve("thesis.txt"), "precious");
    refused("snapshots=thesis.txt", "cannot make the folder " + here.resolve("thesis.txt"));
  }

  @Test
  void theAgentIsToldWhereItsAnalyzerLies() throws AttachException {
    Path jar = Path.of("/opt/heapdrift.jar");
    AttachPlan plan = plan("snapshots=a");
    assertThat(plan.judgedBy(jar).options())
        .isEqualTo("snapshots=" + here.resolve("a") + ",analyzer=/opt/heapdrift.jar");
    assertThat(plan.judgedBy(null)).isEqualTo(plan);
    assertThat(plan.judgedBy(Path.of("/a,b/heapdrift.jar"))).isEqualTo(plan);
    assertThat(plan.judgedBy(Path.of("/" + "a".repeat(600)))).isEqualTo(plan);
    AttachPlan named = plan("snapshots=a,analyzer=mine.jar");
    assertThat(named.judgedBy(jar)).isEqualTo(named);
  }

  private void refused(String options, String why) {
    assertThatExceptionOfType(AttachException.class)
        .isThrownBy(() -> plan(options))
        .withMessageContaining(why);
  }

  private AttachPlan plan(String options) throws AttachException {
    return AttachPlan.of(options, here, 42, NOON);
  }
}
