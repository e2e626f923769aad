package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The help, and that docs/command-line.md describes every option where its command is. */
class CommandPageTest {
  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

  /** Described once, or by the help alone. */
  private static final Set<String> OF_ALL =
      Set.of("--help", "--version", "--verbose", "--log-file");

  static List<CommandLine> commands() {
    return Main.commandLine().getSubcommands().values().stream()
        .filter(command -> !command.getCommandName().equals("generate-completion"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void describesEveryOption(CommandLine command) throws IOException {
    String section = section(command.getCommandName());
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!OF_ALL.contains(option.longestName())) {
        assertThat(section)
            .containsPattern("`(" + String.join("|", option.names()) + ")(?![a-z-])");
      }
    }
  }

  @Test
  void describesNoOtherOption() throws IOException {
    Set<String> known = new TreeSet<>();
    for (CommandLine command : commands()) {
      command.getCommandSpec().options().forEach(o -> known.addAll(Arrays.asList(o.names())));
    }
    assertThat(OPTION.matcher(page()).results().map(option -> option.group(1))).isSubsetOf(known);
  }

  /** The list of commands shows the first line of what is said of each. */
  @ParameterizedTest
  @MethodSource("commands")
  void theFirstLineIsAShortSentence(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description()[0])
        .endsWith(".")
        .hasSizeLessThan(77);
  }

  /** The part of the page whose heading names the command. */
  private static String section(String command) throws IOException {
    Pattern heading = Pattern.compile("([a-z]+, )*" + command + "\\b.*", Pattern.DOTALL);
    return Arrays.stream(page().split("\n## ", -1))
        .filter(part -> heading.matcher(part).matches())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no heading names " + command));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/command-line.md"));
  }
}
