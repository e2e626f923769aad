package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code top}, and {@code diff} of snapshots that hold allocations, in process. */
class TopAndDiffTest {
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";
  private static final String PAY = "com.shop.Checkout.pay(Checkout.java:9)";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void record() throws IOException {
    Logging.silence();
    for (int second = 1; second <= 2; second++) {
      TracedBuilder.at(second)
          .counted("byte[]", second * 1000L, second, FIND, PAY)
          .counted("com.shop.Cart", 24, 1, PAY)
          .writeTo(folder);
    }
  }

  @Test
  void topTakesTheNewestSnapshot() {
    assertThat(run("top", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("jvm1-2 (2 s)")
        .contains("Orders.java:42: size=2000 B, count=2, average=1000 B  com.app.Orders.find\n")
        .contains("total: size=2024 B, count=3");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void diffComparesAllocationsWhereThereAreAny() {
    assertThat(run("diff", folder.toString())).isZero();
    assertThat(out.toString())
        .contains(
            "Orders.java:42: size=2000 B (+1000 B), count=2 (+1), average=1000 B"
                + "  com.app.Orders.find\n")
        .contains("Checkout.java:9: size=24 B (+0 B), count=1 (+0), average=24 B");
  }

  @Test
  void containersAreComparedWhenAskedFor() {
    assertThat(run("diff", "--containers", folder.toString())).isZero();
    assertThat(out.toString()).contains("no container in either snapshot");
    assertThat(run("diff", "--group-by", "owner", folder.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top --filter -com.app DIR",
        "top --filter=-com.app DIR",
        "top --filter -Orders.java:42 DIR",
        "top --filter +com.shop DIR",
        "top --exclude com.app DIR",
        "top --include com.shop DIR",
        "top --filter +com.*;-com.app.Orders DIR",
        "diff --filter -com.app DIR",
        "diff --exclude com.app DIR",
      })
  void filtersLeaveOutTheOthers(String command) {
    assertThat(run(command)).isZero();
    assertThat(out.toString()).contains("Checkout.java:9").doesNotContain("Orders.java");
  }

  @Test
  void cumulativeCountsForEveryFrame() {
    assertThat(run("top --cumulative --group-by class DIR")).isZero();
    assertThat(out.toString())
        .contains("com.shop.Checkout: size=2024 B, count=3")
        .contains("com.app.Orders: size=2000 B, count=2");
  }

  @Test
  void measuresAndTypes() {
    assertThat(run("top --measure allocated --group-by type --limit 1 DIR")).isZero();
    assertThat(out.toString())
        .contains("all allocations")
        .contains("byte[]: size=4000 B, count=4, average=1000 B")
        .contains("... 1 more (--limit)");
  }

  @Test
  void jsonHoldsTheRowsAndTheQuestion() throws IOException {
    assertThat(run("diff --format json --group-by package DIR")).isZero();
    JsonNode diff = new ObjectMapper().readTree(out.toString());
    assertThat(diff.get("schema").asText()).isEqualTo("heapdrift-diff/1");
    assertThat(diff.get("of").asText()).isEqualTo("allocations");
    assertThat(diff.get("rows").get(0).get("key").asText()).isEqualTo("com.app");
    assertThat(diff.get("rows").get(0).get("sizeDiff").asLong()).isEqualTo(1000);
    assertThat(diff.get("rows").get(0).get("sizeDiffInterval").isNull()).isTrue();
    assertThat(diff.get("total").get("size").asLong()).isEqualTo(2024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top",
        "top DIR DIR DIR",
        "top --filter : DIR",
        "top --filter + DIR",
        "top --filter -com.app:0 DIR",
        "top --filter com.app:line DIR",
        "top --filter com.app@any DIR",
        "top --group-by owner DIR",
        "top --group-by traceback --cumulative DIR",
        "top --measure everything DIR",
        "top --limit 0 DIR",
        "top nothing.hds",
        "diff --filter a:b DIR",
        "diff --include= DIR",
        "diff --cumulative --group-by type DIR",
        "diff --measure live --containers DIR",
      })
  void badUsageIsOneLineAndTwo(String command) {
    assertThat(run(command)).isEqualTo(2);
    complainedOnce();
  }

  @Test
  void aSnapshotWithoutAllocationsIsSaidSo() throws IOException {
    Path watched = SnapshotBuilder.at(9).writeTo(folder);
    assertThat(run("top", watched.toString())).isEqualTo(2);
    complainedOnce();
    assertThat(err.toString())
        .contains("a snapshot holds no allocations; the agent ran at level watch");
  }

  @Test
  void aMeasureIsOneOfAllocations() {
    assertThat(run("diff --measure live --group-by owner DIR")).isEqualTo(2);
    assertThat(err.toString()).contains("--measure does not go with containers");
  }

  private void complainedOnce() {
    assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("heapdrift: ");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String command) {
    return run(command.replace("DIR", folder.toString()).split(" ", -1));
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
