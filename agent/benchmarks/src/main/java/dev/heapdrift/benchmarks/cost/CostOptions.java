package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.work.Workloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The arguments of {@link CostSuite}.
 *
 * @param agentOptions further options of our agent, in front of which a comma can stand, or empty
 */
record CostOptions(
    Path agent,
    SuiteSize size,
    List<String> parts,
    List<String> workloads,
    List<Variant> variants,
    String agentOptions) {

  static final List<String> PARTS = List.of("workloads", "allocations", "languages");

  static final String USAGE =
      "usage: CostSuite AGENT.jar [--size small|full] [--sets N] [--settle-turns N]"
          + " [--parts workloads,allocations,languages] [--workloads a,b] [--variants a,b]"
          + " [--agent-options k=v,k=v]";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  static CostOptions parse(String... args) {
    if (args.length == 0 || !Files.isRegularFile(Path.of(args[0]))) {
      throw new IllegalArgumentException(USAGE);
    }
    Path agent = Path.of(args[0]).toAbsolutePath();
    CostOptions options =
        new CostOptions(
            agent, SuiteSize.FULL, PARTS, Workloads.REALISTIC, List.of(Variant.values()), "");
    for (int i = 1; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value");
      }
      options = options.with(args[i], args[i + 1]);
    }
    return options;
  }

  private CostOptions with(String name, String value) {
    return switch (name) {
      case "--size" ->
          switch (value) {
            case "small" -> with(SuiteSize.SMALL);
            case "full" -> with(SuiteSize.FULL);
            default -> throw new IllegalArgumentException("--size is small or full");
          };
      case "--sets" -> with(size.withSets(positive(name, value)));
      case "--settle-turns" -> with(size.withSettleTurns(positive(name, value)));
      case "--parts" ->
          new CostOptions(
              agent, size, among(PARTS, name, value), workloads, variants, agentOptions);
      case "--workloads" ->
          new CostOptions(
              agent, size, parts, among(Workloads.REALISTIC, name, value), variants, agentOptions);
      case "--variants" ->
          new CostOptions(agent, size, parts, workloads, variants(value), agentOptions);
      case "--agent-options" ->
          new CostOptions(agent, size, parts, workloads, variants, ',' + value);
      default -> throw new IllegalArgumentException("unknown option " + name + "; " + USAGE);
    };
  }

  private CostOptions with(SuiteSize other) {
    return new CostOptions(agent, other, parts, workloads, variants, agentOptions);
  }

  private static int positive(String name, String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(name + " is a number from 1 on");
    }
    return Integer.parseInt(value);
  }

  private static List<String> among(List<String> known, String name, String value) {
    List<String> chosen = Arrays.asList(value.split(",", -1));
    if (!known.containsAll(chosen)) {
      throw new IllegalArgumentException(name + " is a list of " + String.join(",", known));
    }
    return chosen;
  }

  /** Without a tool comes first, asked for or not: the others are compared with it. */
  private static List<Variant> variants(String value) {
    List<String> known = Arrays.stream(Variant.values()).map(CostOptions::nameOf).toList();
    List<String> chosen = among(known, "--variants", value);
    return Arrays.stream(Variant.values())
        .filter(variant -> variant == Variant.NONE || chosen.contains(nameOf(variant)))
        .toList();
  }

  private static String nameOf(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
