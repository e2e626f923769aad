package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command in process: exit codes, one line for every bad input, and what goes where. */
class CommandLineTest {
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void silence() {
    Logging.silence();
  }

  @Test
  void aLeakExitsWithOneAndNamesItsLineAndOwner() throws IOException {
    record(40, 1000);
    assertThat(run("leaks", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("1 leak in 40 snapshots")
        .contains("static com.app.Orders.CACHE")
        .contains(FIND);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void jsonHasTheWholeContract() throws IOException {
    record(40, 1000);
    assertThat(run("leaks", folder.toString(), "--format", "json")).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("schema").asText()).isEqualTo("heapdrift-findings/1");
    assertThat(report.get("outcome").asText()).isEqualTo("leaks");
    assertThat(report.get("snapshots").asInt()).isEqualTo(40);
    JsonNode finding = report.get("findings").get(0);
    assertThat(finding.get("rank").asInt()).isEqualTo(1);
    assertThat(finding.get("verdict").asText()).isEqualTo("unbounded");
    assertThat(finding.get("insertionSite").asText()).isEqualTo(FIND);
    assertThat(finding.get("container").get("owner").asText())
        .isEqualTo("static com.app.Orders.CACHE");
    assertThat(finding.get("growth").get("entriesPerSecond").asDouble()).isBetween(900.0, 1100.0);
    assertThat(finding.get("evidence").get("removals").isNull()).isTrue();
  }

  @Test
  void aLogFileTellsWhatWasReadAndJudged() throws IOException {
    record(40, 1000);
    Path log = folder.resolve("heapdrift-leaks.txt");
    assertThat(run("leaks", folder.toString(), "--log-file", log.toString())).isEqualTo(1);
    assertThat(Files.readString(log))
        .contains("40 snapshots over ")
        .containsPattern("judged 1 containers in \\d+ ms, findings: 1");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLogFileThatCannotBeWrittenIsOneLine() throws IOException {
    record(40, 1000);
    Path log = folder.resolve("no-such-folder").resolve("log.txt");
    assertThat(run("leaks", folder.toString(), "--log-file", log.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("heapdrift: cannot write " + log).containsOnlyOnce("\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFindingIsExplainedByItsFingerprint() throws IOException {
    record(40, 1000);
    String fingerprint = fingerprint();
    assertThat(run("leaks", folder.toString(), "--explain", fingerprint)).isEqualTo(1);
    assertThat(out.toString())
        .contains("what is known about " + fingerprint)
        .contains("why unbounded")
        .contains("sizes, 40 readings")
        .contains("   at java.util.HashMap.resize(HashMap.java:700)");
    out.getBuffer().setLength(0);
    assertThat(run("leaks", folder.toString(), "--explain", fingerprint, "--format=json"))
        .isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("schema").asText()).isEqualTo("heapdrift-explanation/1");
    assertThat(report.get("explanations").get(0).get("points")).hasSize(40);
  }

  @Test
  void anUnknownFingerprintIsOneLineThatNamesTheNearest() throws IOException {
    record(40, 1000);
    String fingerprint = fingerprint();
    String mistyped = fingerprint.substring(0, 5);
    assertThat(run("leaks", folder.toString(), "--explain", mistyped)).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("no finding has the fingerprint " + mistyped + "; the nearest is " + fingerprint);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothingMeasuredIsInconclusive() throws IOException {
    SnapshotBuilder.at(1).writeTo(folder);
    assertThat(run("leaks", folder.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("inconclusive");
  }

  @Test
  void whatIsExcludedDoesNotFailTheRun() throws IOException {
    record(40, 1000);
    assertThat(run("leaks", folder.toString(), "--exclude", "com.app.Orders")).isEqualTo(0);
  }

  @Test
  void whatTheUserKnowsToEndIsInconclusiveAndSaysWhy() throws IOException {
    record(40, 1000);
    String entry =
        """
        {"schema": "heapdrift-catalogue/1", "entries": [{"id": "all-orders", "kind": "benign",
         "library": "our shop", "match": {"owner": ["com.app.Orders.CACHE"]}, "upTo": 90000,
         "reason": "All orders of a day are kept until night.", "source": "wiki/orders"}]}
        """;
    Path own = Files.writeString(folder.resolve("own.json"), entry);
    assertThat(run("leaks", folder.toString(), "--catalogue", own.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("kept until night").contains("[all-orders] wiki/orders");
    Files.writeString(own, entry.replace("90000", "many"));
    assertThat(run("leaks", folder.toString(), "--catalogue", own.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("heapdrift: " + own + ": line 2, column ");
  }

  @Test
  void anUnreadableFileIsOneLineAndTheOthersAreUsed() throws IOException {
    record(40, 1000);
    Path broken = Files.writeString(folder.resolve("broken.hds"), "");
    assertThat(run("leaks", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("heapdrift: " + broken + ": the file is empty at byte 0\n");
    assertThat(run("leaks", folder.toString(), "--strict")).isEqualTo(2);
  }

  @Test
  void aFolderWithoutSnapshotsIsBadUsage() {
    assertThat(run("leaks", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("heapdrift: " + folder + ": no snapshot in this folder\n");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "leks",
        "leaks",
        "leaks --formt json x",
        "leaks --format yaml x",
        "leaks --limit 0 x",
        "leaks --limit many x",
        "diff a b c",
        "diff --group-by colour a b",
        "diff nothing.hds",
        "attach",
        "attach abc",
        "status 999999999",
        "level 1",
        "level 1 loud",
      })
  void badUsageIsOneLineAndTwo(String arguments) {
    String[] split = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    assertThat(run(split)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("heapdrift: ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void misspelledNamesGetASuggestion() {
    run("leks");
    assertThat(err.toString()).contains("did you mean leaks");
    run("leaks", "--formt", "json", "x");
    assertThat(err.toString()).contains("did you mean --format");
  }

  @Test
  void diffComparesTheEndsOfAFolder() throws IOException {
    record(3, 1024);
    assertThat(run("diff", folder.toString())).isEqualTo(0);
    assertThat(out.toString())
        .contains("Orders.java:42: size=300 KiB (+200 KiB), count=3072 (+2048), average=100 B");
  }

  @Test
  void diffComparesTwoFilesAsJson() throws IOException {
    Path from = snapshot(1, 100);
    Path to = snapshot(2, 300);
    assertThat(run("diff", from.toString(), to.toString(), "--group-by=owner", "--format=json"))
        .isEqualTo(0);
    JsonNode row = new ObjectMapper().readTree(out.toString()).get("rows").get(0);
    assertThat(row.get("key").asText()).isEqualTo("static com.app.Orders.CACHE");
    assertThat(row.get("countDiff").asLong()).isEqualTo(200);
    assertThat(row.get("sizeDiff").asLong()).isEqualTo(20_000);
  }

  @Test
  void completionIsGenerated() {
    assertThat(run("generate-completion")).isEqualTo(0);
    assertThat(out.toString()).contains("_complete_heapdrift");
  }

  @Test
  void helpAndVersionGoToStdout() {
    assertThat(run("leaks", "--help")).isEqualTo(0);
    assertThat(out.toString()).contains("--format").contains("DIR|FILE...");
    assertThat(run("--version")).isEqualTo(0);
    assertThat(out.toString()).contains("heapdrift ");
  }

  private String fingerprint() throws IOException {
    run("leaks", folder.toString(), "--format", "json");
    JsonNode finding = new ObjectMapper().readTree(out.toString()).get("findings").get(0);
    out.getBuffer().setLength(0);
    return finding.get("fingerprint").asText();
  }

  private void record(int snapshots, long perSnapshot) throws IOException {
    for (int i = 1; i <= snapshots; i++) {
      snapshot(i, i * perSnapshot);
    }
  }

  private Path snapshot(long second, long size) throws IOException {
    return SnapshotBuilder.at(second)
        .map(1, "com.app.Orders.CACHE", size, "java.util.HashMap.resize(HashMap.java:700)", FIND)
        .writeTo(folder);
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
