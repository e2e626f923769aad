package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.StreamSupport;

/**
 * The answer of {@code heapdrift leaks DIR --format json}, from the built jar. It is asked in this
 * JVM, for it is asked often, and a JVM of its own would take longer to start than to answer.
 *
 * @param exitCode exit code of the command
 * @param json the document it printed
 */
record Leaks(int exitCode, JsonNode json) {

  private static final ToolProvider HEAPDRIFT = built();

  /** Fewer snapshots than this would let every test of silence pass. */
  private static final int ENOUGH = 5;

  /** What the snapshots in a folder tell; one caller at a time, so that programs get their turn. */
  static synchronized Leaks in(Path snapshots) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        HEAPDRIFT.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "leaks",
            snapshots.toString(),
            "--format",
            "json");
    if (code == 2) {
      throw new IOException("leaks could not read " + snapshots + "\n" + err);
    }
    return new Leaks(code, new ObjectMapper().readTree(out.toString()));
  }

  private static ToolProvider built() {
    try {
      URL[] jar = {Built.CLI.toUri().toURL()};
      ClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
      return ServiceLoader.load(ToolProvider.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .filter(tool -> tool.name().equals("heapdrift"))
          .findFirst()
          .orElseThrow();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first finding is unbounded, at this line, held by what the path contains. */
  void foundFirst(String insertionSite, String owner) {
    foundFirst(List.of(insertionSite), owner);
  }

  /** The first finding is unbounded, at one of these lines, held by what the path contains. */
  private void foundFirst(List<String> insertionSites, String owner) {
    JsonNode first = first();
    assertThat(first.path("verdict").asText()).as(this::toString).isEqualTo("unbounded");
    assertThat(insertionSites).as(this::toString).contains(first.path("insertionSite").asText());
    assertThat(first.path("container").path("owner").asText()).as(this::toString).contains(owner);
    assertThat(json.path("outcome").asText()).isEqualTo("leaks");
    assertThat(exitCode).isEqualTo(1);
  }

  /** The same, and nothing else is called unbounded than what is fed by these lines. */
  void foundFirstAndAlone(List<String> insertionSites, String owner) {
    foundFirst(insertionSites, owner);
    assertThat(unbounded())
        .as(this::toString)
        .extracting(finding -> finding.path("insertionSite").asText())
        .isSubsetOf(insertionSites);
  }

  /** These are unbounded, by their fingerprints, and so many others; nothing is left in doubt. */
  void found(List<String> fingerprints, int others) {
    assertThat(unbounded())
        .as(this::toString)
        .extracting(finding -> finding.path("fingerprint").asText())
        .containsAll(fingerprints)
        .hasSize(fingerprints.size() + others);
    assertThat(findings())
        .as(this::toString)
        .noneMatch(finding -> finding.path("verdict").asText().equals("inconclusive"));
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

  /** The findings that are leaks. */
  List<JsonNode> unbounded() {
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
