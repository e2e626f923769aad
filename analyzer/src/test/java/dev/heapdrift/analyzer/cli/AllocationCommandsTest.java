package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code lines}, {@code history} and the bad usages of {@code run}, in process. */
class AllocationCommandsTest {
  private static final String FIND = "com.app.Orders.find(Orders.java:2)";

  @TempDir Path folder;
  @TempDir Path sources;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void record() throws IOException {
    Logging.silence();
    for (int second = 1; second <= 3; second++) {
      TracedBuilder.at(second)
          .counted("byte[]", second * 1000L, second, FIND)
          .gc(second, Generation.YOUNG, 1 << 20)
          .writeTo(folder);
    }
    Files.createDirectories(sources.resolve("com/app"));
    Files.writeString(sources.resolve("com/app/Orders.java"), "class Orders {\n  byte[] find()\n");
  }

  @Test
  void linesOfAFolderAreComparedWithItsOldestSnapshot() {
    assertThat(run("lines", "com.app.Orders", "--source", sources.toString(), folder.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("jvm1-3 (3 s) since jvm1-1 (1 s)")
        .contains("   2  3000 B  +2000 B            6    byte[] find()");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void linesForPrograms() throws IOException {
    Path first = folder.resolve("jvm1-1.hds");
    Path second = folder.resolve("jvm1-2.hds");
    int code =
        run(
            "lines",
            "Orders.java",
            "--source=" + sources,
            "--format=json",
            first.toString(),
            second.toString());
    assertThat(code).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("schema").asText()).isEqualTo("heapdrift-lines/1");
    assertThat(report.get("lines").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(report.get("lines").get(0).get("sizeDiff").asInt()).isEqualTo(1000);
  }

  @Test
  void aClassThatIsNotInTheSnapshotIsBadUsage() {
    assertThat(run("lines", "com.app.Nobody", "--source", sources.toString(), folder.toString()))
        .isEqualTo(2);
    complainedOnce("com.app.Nobody is not in the snapshot: no stack of it has such a frame");
  }

  @Test
  void aSourceFolderWithoutTheFileIsBadUsage() {
    assertThat(run("lines", "com.app.Orders", "--source", folder.toString(), folder.toString()))
        .isEqualTo(2);
    complainedOnce("no com/app/Orders.java in " + folder);
  }

  @Test
  void snapshotsOfContainersAloneHaveNoLines(@TempDir Path bare) throws IOException {
    SnapshotBuilder.at(1).writeTo(bare);
    assertThat(run("lines", "Orders", "--source", sources.toString(), bare.toString()))
        .isEqualTo(2);
    complainedOnce("a snapshot holds no allocations; the agent ran at level watch");
  }

  @Test
  void historyIsTextOrJsonOrAPicture() throws IOException {
    assertThat(run("history", folder.toString())).isZero();
    assertThat(out.toString()).contains("heap after GC").contains("traced bytes");
    out.getBuffer().setLength(0);
    assertThat(run("history", folder.toString(), "--format", "json")).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("runs").get(0).get("heapAfterGc")).hasSize(3);
    out.getBuffer().setLength(0);
    Path picture = folder.resolve("h.svg");
    assertThat(run("history", folder.toString(), "-o", picture.toString())).isZero();
    assertThat(picture).content().contains("<svg");
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aPictureOfAnotherKindIsBadUsage() {
    assertThat(run("history", folder.toString(), "-o", "h.pdf")).isEqualTo(2);
    complainedOnce("-o takes a name that ends in .svg or .png: h.pdf");
  }

  @Test
  void aFolderThatIsInUseIsNotRunInto() {
    assertThat(run("run", "--snapshots", folder.toString(), "--", "java", "-version")).isEqualTo(2);
    complainedOnce(folder + " is not empty; name a new folder");
  }

  @ParameterizedTest
  @CsvSource({
    "--interval=soon, '--interval must be a time such as 500ms, 5s or 1m, not soon'",
    "--level=off, 'Invalid value for option ''--level'': ''off'' is none of watch, sample, exact'",
  })
  void aBadOptionOfRunCostsOneLine(String option, String why) {
    assertThat(run("run", option, "--", "java", "-version")).isEqualTo(2);
    complainedOnce(why);
  }

  @Test
  void aRunNeedsAProgram() {
    assertThat(run("run")).isEqualTo(2);
    complainedOnce("Missing required parameter: 'COMMAND'");
  }

  private void complainedOnce(String why) {
    assertThat(err.toString()).isEqualTo("heapdrift: " + why + "\n");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
