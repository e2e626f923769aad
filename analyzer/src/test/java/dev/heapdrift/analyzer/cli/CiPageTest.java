package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.heapdrift.analyzer.gate.Baseline;
import dev.heapdrift.analyzer.gate.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/ci.md tells people to copy is understood: commands, files, YAML and Groovy. */
class CiPageTest {
  private static final Pattern COMMAND = Pattern.compile("java -jar heapdrift\\.jar ([^'|`\n]*)");

  @TempDir Path folder;

  static List<String> commands() throws IOException {
    return COMMAND.matcher(page()).results().map(match -> match.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandsHaveOptionsThatExist(String arguments) {
    Main.commandLine().parseArgs(arguments.strip().split(" ", -1));
  }

  @Test
  void everySystemHasBothCommands() throws IOException {
    assertThat(commands().stream().map(String::strip).filter(command -> command.startsWith("run ")))
        .hasSize(5)
        .as("CheckIT runs the first two of them")
        .containsOnly(commands().get(0).strip());
    assertThat(commands().stream().filter(command -> command.startsWith("check ")))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void theFilesAreRead() throws Exception {
    List<String> files = fenced("json").toList();
    assertThat(files).hasSize(2);
    Path file = folder.resolve("file.json");
    assertThat(Baseline.read(Files.writeString(file, files.get(0))).entries()).hasSize(1);
    assertThat(Suppressions.read(Files.writeString(file, files.get(1))).rules()).hasSize(1);
  }

  @Test
  void theYamlIsThatOfGithubAndGitlab() throws IOException {
    List<String> recipes = fenced("yaml").toList();
    assertThat(recipes).hasSize(2);
    JsonNode github = new YAMLMapper().readTree(recipes.get(0));
    assertThat(github.at("/permissions/security-events").asText()).isEqualTo("write");
    for (JsonNode step : github.at("/jobs/leaks/steps")) {
      assertThat(step.has("run") ^ step.has("uses")).as(step.toString()).isTrue();
    }
    JsonNode gitlab = new YAMLMapper().readTree(recipes.get(1));
    assertThat(gitlab.at("/leaks/script")).hasSize(2).allMatch(JsonNode::isTextual);
    assertThat(gitlab.at("/leaks/artifacts/reports/codequality").asText()).isEqualTo("leaks.json");
  }

  @Test
  void theGroovyIsThatOfJenkinsAndGradle() throws IOException {
    List<String> recipes = fenced("groovy").toList();
    assertThat(recipes).hasSize(3);
    assertThat(GroovyRecipe.steps(recipes.get(0)))
        .as("as the declarative syntax nests them")
        .containsExactly(
            "pipeline agent",
            "pipeline stages stage[Leaks] steps sh",
            "pipeline stages stage[Leaks] steps sh",
            "pipeline stages stage[Leaks] post always junit",
            "pipeline stages stage[Leaks] post always sarif",
            "pipeline stages stage[Leaks] post always recordIssues",
            "pipeline stages stage[Leaks] post always archiveArtifacts");
    assertThat(GroovyRecipe.steps(recipes.get(1)))
        .containsSubsequence(
            "named[test] jvmArgs",
            "named[test] doFirst delete",
            "named[test] finalizedBy",
            "register[checkTests] commandLine");
    assertThat(GroovyRecipe.steps(recipes.get(2)))
        .containsExactly(
            "register[recordDrift] dependsOn",
            "register[recordDrift] commandLine",
            "register[checkLeaks] dependsOn",
            "register[checkLeaks] commandLine",
            "named[check] dependsOn");
  }

  private static Stream<String> fenced(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page())
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/ci.md"));
  }
}
