package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.work.Workloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of {@link CostSuite}. */
@Command(name = "CostSuite")
final class CostOptions {

  static final List<String> PARTS = List.of("workloads", "allocations", "languages");

  private static final List<String> VARIANTS =
      Arrays.stream(Variant.values()).map(CostOptions::optionName).toList();

  private enum Size {
    SMALL,
    FULL
  }

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "AGENT.jar")
  private Path agent;

  @Option(names = "--size", defaultValue = "full")
  private Size size;

  @Option(names = "--sets")
  private Integer sets;

  @Option(names = "--settle-turns")
  private Integer settleTurns;

  @Option(names = "--parts", split = ",")
  private List<String> parts = PARTS;

  @Option(names = "--workloads", split = ",")
  private List<String> workloads = Workloads.REALISTIC;

  @Option(names = "--variants", split = ",")
  private List<String> variants = VARIANTS;

  @Option(names = "--agent-options")
  private String agentOptions = "";

  @Option(names = "--turns-file")
  private Path turnsFile;

  private CostOptions() {}

  /**
   * Reads them.
   *
   * @throws ParameterException with one line for the user
   */
  static CostOptions parse(String... args) {
    CostOptions options = new CostOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
    options.check();
    return options;
  }

  private void check() {
    require(Files.isRegularFile(agent), agent + " is not a file");
    require(sets == null || sets > 0, "--sets is a number from 1 on");
    require(settleTurns == null || settleTurns > 0, "--settle-turns is a number from 1 on");
    requireKnown("--parts", parts, PARTS);
    requireKnown("--workloads", workloads, Workloads.REALISTIC);
    requireKnown("--variants", variants, VARIANTS);
    require(turnsFile == null || Files.notExists(turnsFile), turnsFile + " exists");
  }

  private void requireKnown(String option, List<String> chosen, List<String> known) {
    require(known.containsAll(chosen), option + " is a list of " + String.join(",", known));
  }

  private void require(boolean good, String otherwise) {
    if (!good) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }

  Path agent() {
    return agent.toAbsolutePath();
  }

  SuiteSize size() {
    SuiteSize named = size == Size.SMALL ? SuiteSize.SMALL : SuiteSize.FULL;
    SuiteSize sized = sets == null ? named : named.withSets(sets);
    return settleTurns == null ? sized : sized.withSettleTurns(settleTurns);
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  List<String> workloads() {
    return workloads;
  }

  /** Without a tool comes first, asked for or not: the others are compared with it. */
  List<Variant> variants() {
    return Arrays.stream(Variant.values())
        .filter(variant -> variant == Variant.NONE || variants.contains(optionName(variant)))
        .toList();
  }

  /** Further options of our agent, with a comma in front, or empty. */
  String agentOptions() {
    return agentOptions.isEmpty() ? "" : ',' + agentOptions;
  }

  /** A new file for every turn of the workloads. */
  Optional<Path> turnsFile() {
    return Optional.ofNullable(turnsFile);
  }

  private static String optionName(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
