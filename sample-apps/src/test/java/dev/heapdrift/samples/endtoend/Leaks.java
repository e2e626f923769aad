package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The answer of {@code heapdrift leaks DIR --format json}.
 *
 * @param exitCode exit code of the command
 * @param json the document it printed
 */
record Leaks(int exitCode, JsonNode json) {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Fewer snapshots than this would let every test of silence pass. */
  private static final int ENOUGH = 5;

  static Leaks in(Path snapshots, Path scratch) throws IOException, InterruptedException {
    Program program =
        Program.java(
            scratch,
            LIMIT,
            List.of(
                "-jar", Built.CLI.toString(), "leaks", snapshots.toString(), "--format", "json"));
    if (program.exitCode() == 2) {
      throw new AssertionError("leaks could not read " + snapshots + "\n" + program.err());
    }
    return new Leaks(program.exitCode(), new ObjectMapper().readTree(program.out()));
  }

  /** The first finding is unbounded, at this line, held by what the path ends with or contains. */
  void foundFirst(String insertionSite, String owner) {
    foundFirst(List.of(insertionSite), owner);
  }

  /** The first finding is unbounded, at one of these lines, held by what the path contains. */
  void foundFirst(List<String> insertionSites, String owner) {
    JsonNode first = first();
    assertThat(first.path("verdict").asText()).as(this::toString).isEqualTo("unbounded");
    assertThat(insertionSites).as(this::toString).contains(first.path("insertionSite").asText());
    assertThat(first.path("container").path("owner").asText()).as(this::toString).contains(owner);
    assertThat(json.path("outcome").asText()).isEqualTo("leaks");
    assertThat(exitCode).isEqualTo(1);
  }

  /** Nothing else is called unbounded than what is fed by this line. */
  void foundNothingBut(String insertionSite) {
    foundNothingBut(List.of(insertionSite));
  }

  /** Nothing else is called unbounded than what is fed by these lines. */
  void foundNothingBut(List<String> insertionSites) {
    assertThat(unbounded())
        .as(this::toString)
        .extracting(finding -> finding.path("insertionSite").asText())
        .isSubsetOf(insertionSites);
  }

  /** The finding on top of the list; there must be one. */
  JsonNode first() {
    assertThat(findings()).as(this::toString).isNotEmpty();
    return findings().get(0);
  }

  /** Enough was seen, and nothing is called unbounded. */
  void silent() {
    assertThat(json.path("snapshots").asInt()).as(this::toString).isGreaterThan(ENOUGH);
    assertThat(unbounded()).as(this::toString).isEmpty();
    assertThat(json.path("outcome").asText()).isNotEqualTo("leaks");
    assertThat(exitCode).isNotEqualTo(1);
  }

  /** Entries of the first finding for each unit of work; NaN where nothing counts it. */
  double perWorkUnit() {
    return findings().get(0).path("growth").path("perWorkUnit").asDouble(Double.NaN);
  }

  private List<JsonNode> unbounded() {
    return findings().stream()
        .filter(finding -> finding.path("verdict").asText().equals("unbounded"))
        .toList();
  }

  private List<JsonNode> findings() {
    return StreamSupport.stream(json.path("findings").spliterator(), false).toList();
  }

  @Override
  public String toString() {
    return "exit code " + exitCode + "\n" + json.toPrettyString();
  }
}
