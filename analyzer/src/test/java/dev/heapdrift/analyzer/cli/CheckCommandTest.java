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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The gate in process: exit codes, the life of a baseline, and what is written where. */
class CheckCommandTest {
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";
  private static final String ADD = "com.app.Bus.add(Bus.java:7)";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void silence() {
    Logging.silence();
  }

  @Test
  void aLeakFailsAndIsNamedInFull() throws IOException {
    assertThat(check(leaky("now", 1000, 0))).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("heapdrift check fails: 1 new in 40 snapshots over ")
        .contains("static com.app.Orders.CACHE")
        .contains(FIND);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aRunThatMeasuredNothingIsInconclusive() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("brief"));
    SnapshotBuilder.at(1).writeTo(empty);
    assertThat(check(empty.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("inconclusive").contains("no data never passes");
  }

  @Test
  void aBaselineIsMadeKeptAndLosesWhatIsMended() throws IOException {
    String now = leaky("now", 1000, 0);
    Path file = folder.resolve("kept/baseline.json");
    String baseline = "--baseline=" + file;
    assertThat(check(now, baseline, "--update-baseline")).isEqualTo(0);
    assertThat(out.toString()).startsWith("heapdrift check passes: 1 known");
    Files.writeString(
        file, Files.readString(file).replace("\"reason\" : null", "\"reason\" : \"Until night.\""));
    assertThat(check(now, baseline)).isEqualTo(0);
    assertThat(out.toString()).contains("(Until night.)");

    assertThat(check(leaky("next", 1000, 50), baseline)).isEqualTo(1);
    assertThat(out.toString()).contains("fails: 1 new, 1 known").contains(ADD);
    assertThat(check(leaky("worse", 2000, 0), baseline)).isEqualTo(1);
    assertThat(out.toString()).contains("fails: 1 worse").contains("in the baseline");
    assertThat(check(leaky("worse", 2000, 0), baseline, "--tolerance=150")).isEqualTo(0);

    assertThat(check(leaky("mended", 0, 50), baseline, "--update-baseline")).isEqualTo(0);
    assertThat(err.toString())
        .startsWith("heapdrift: taken out of " + file + ": ")
        .contains("com.app.Orders.CACHE");
    assertThat(Files.readString(file)).contains("com.app.Bus.ALL").doesNotContain("Until night.");
  }

  @Test
  void aBaselineIsNotMadeOfNothing() throws IOException {
    Path brief = Files.createDirectory(folder.resolve("brief"));
    SnapshotBuilder.at(1).writeTo(brief);
    Path file = folder.resolve("baseline.json");
    assertThat(check(brief.toString(), "--baseline=" + file, "--update-baseline")).isEqualTo(3);
    assertThat(file).doesNotExist();
    assertThat(err.toString()).contains("is as it was");
  }

  @Test
  void onlyWhatIsNewAgainstTheLastBuildFails() throws IOException {
    String last = leaky("last", 1000, 0);
    assertThat(check(leaky("same", 1000, 0), "--against=" + last)).isEqualTo(0);
    assertThat(check(leaky("next", 1000, 50), "--against=" + last)).isEqualTo(1);
    assertThat(out.toString()).contains("new, not in the earlier runs");
    assertThat(check(last, "--against=" + folder.resolve("none"))).isEqualTo(2);
  }

  @Test
  void aRuleAndALimitLetThrough() throws IOException {
    String now = leaky("now", 1000, 0);
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"schema": "heapdrift-suppressions/1", "suppressions": [
              {"match": {"owner": ["com.app.Orders"]}, "reason": "Goes with release 7."}]}
            """);
    assertThat(check(now, "--suppress=" + rules)).isEqualTo(0);
    assertThat(out.toString()).contains("passes: 1 suppressed").contains("(Goes with release");
    assertThat(check(now, "--max-growth=2000/s")).isEqualTo(0);
    assertThat(check(now, "--max-growth=500/s")).isEqualTo(1);
    assertThat(check(now, "--fail-on=unbounded:listener-leak")).isEqualTo(0);
    assertThat(check(now, "--fail-on=unbounded:listener-leak", "--fail-on=unbounded")).isEqualTo(1);
  }

  @Test
  void allReportsComeFromOneRun() throws IOException {
    Path reports = folder.resolve("made/on the way");
    List<String> arguments = new ArrayList<>(List.of(leaky("now", 1000, 0), "--format=json"));
    for (GateFormat format : GateFormat.values()) {
      arguments.add("--report=" + format + "=" + reports.resolve(format + ".out"));
    }
    assertThat(check(arguments.toArray(String[]::new))).isEqualTo(1);
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.at("/schema").asText()).isEqualTo("heapdrift-check/1");
    assertThat(answer.at("/outcome").asText()).isEqualTo("fails");
    assertThat(answer.at("/analysis/findings/0/insertionSite").asText()).isEqualTo(FIND);
    for (GateFormat format : GateFormat.values()) {
      assertThat(reports.resolve(format + ".out")).content().contains("Orders");
    }
    try (Stream<Path> files = Files.list(reports)) {
      assertThat(files).hasSize(GateFormat.values().length);
    }
  }

  @Test
  void githubGetsAnnotationsAndASummary() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
    Path source = folder.resolve("src/com/app/Orders.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package com.app;\n");
    String now = leaky("now", 1000, 0);
    environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
    assertThat(check(now, "--source=" + folder.resolve("src"))).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.startsWith("::")))
        .singleElement()
        .asString()
        .startsWith("::error file=")
        .contains("com/app/Orders.java,line=42,title=heapdrift check::new");
    assertThat(summary).content().startsWith("before\n## heapdrift check fails: 1 new");
    assertThat(check(now, "--format=sarif")).isEqualTo(1);
    assertThat(out.toString()).as("a pipe gets SARIF alone").doesNotContain("\n::error");
    environment = Map.of("GITHUB_STEP_SUMMARY", folder.toString());
    assertThat(check(now)).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("cannot add to the");
  }

  @Test
  void aTestIsWrittenOnceOrItIsSaidWhatIsMissing() throws IOException {
    Path sources = folder.resolve("src/com/app");
    Files.createDirectories(sources);
    String lines = "\n".repeat(39);
    Files.writeString(
        sources.resolve("Orders.java"),
        "package com.app; class Orders {" + lines + "static void find(long id) {\n\n}}");
    String now = leaky("now", 1000, 0);
    String[] arguments = {
      now,
      "--source=" + folder.resolve("src"),
      "--test-dir=" + folder.resolve("tests"),
      "--write-test=" + fingerprint(now)
    };
    assertThat(check(arguments)).isEqualTo(1);
    Path test = folder.resolve("tests/com/app/OrdersFindLeakTest.java");
    assertThat(test).content().contains("    Orders.find(run);\n");
    assertThat(err.toString()).contains("wrote " + test);

    assertThat(check(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(test + " is there already and stays as it is");
    arguments[1] = "--fail-on=unbounded";
    assertThat(check(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("no test can be written for ").contains("no sources");
    assertThat(check(now, "--write-test=0123")).isEqualTo(2);
    assertThat(err.toString()).contains("no finding has the fingerprint 0123; the nearest is ");
  }

  private String fingerprint(String snapshots) throws IOException {
    check(snapshots, "--format=json");
    return new ObjectMapper().readTree(out.toString()).at("/standings/0/fingerprint").asText();
  }

  @Test
  void aReportThatCannotBeWrittenIsSaidAndTheOthersAreThere() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("leaks.sarif");
    Path suite = folder.resolve("suite.xml");
    int code = check(leaky("now", 1000, 0), "--report=sarif=" + blocked, "--report=junit=" + suite);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("cannot write");
    assertThat(suite).content().contains("<failure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--fail-on leaks DIR",
        "--fail-on unbounded:list DIR",
        "--max-growth fast DIR",
        "--max-growth 1/week DIR",
        "--tolerance -1 DIR",
        "--tolerance NaN DIR",
        "--update-baseline DIR",
        "--baseline none.json DIR",
        "--suppress none.json DIR",
        "--format yaml DIR",
        "--report sarif DIR",
        "--report sarif= DIR",
        "--report yaml=x DIR",
        "--report sarif=x --report junit=./x DIR",
        "--baseline x --report junit=./x DIR",
        "--source none DIR",
        "--limit 0 DIR",
        "none",
      })
  void badUsageIsOneLineAndTwo(String arguments) throws IOException {
    String now = leaky("now", 1000, 0);
    String[] split =
        arguments.isEmpty() ? new String[0] : arguments.replace("DIR", now).split(" ", -1);
    assertThat(check(split)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("heapdrift: ");
    assertThat(out.toString()).isEmpty();
  }

  /** A folder with forty snapshots of a JVM with two maps, that grow so much a second. */
  private String leaky(String name, long orders, long listeners) throws IOException {
    Path snapshots = folder.resolve(name);
    Files.createDirectories(snapshots);
    for (int second = 1; second <= 40; second++) {
      SnapshotBuilder.at(second)
          .map(1, "com.app.Orders.CACHE", 2000 + orders * second, FIND)
          .map(2, "com.app.Bus.ALL", 2000 + listeners * second, ADD)
          .writeTo(snapshots);
    }
    return snapshots.toString();
  }

  private int check(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.configured(new CommandLine(new CheckCommand(environment)));
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
