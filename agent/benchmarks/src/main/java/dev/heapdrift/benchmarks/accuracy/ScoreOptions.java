package dev.heapdrift.benchmarks.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of {@link BusyScore}.
 *
 * @param sources of the samples: {@code src/main/java} beside the folder of their jar
 * @param seconds of each run
 * @param pairs the ones to run; empty for all
 * @param jvmArguments of the JVM that runs the samples; of two that contradict, the last holds
 */
record ScoreOptions(
    Path agent,
    Path analyzer,
    Path samples,
    Path sources,
    String level,
    int seconds,
    List<String> pairs,
    List<String> jvmArguments) {

  static final String USAGE =
      "usage: BusyScore AGENT.jar ANALYZER.jar SAMPLES.jar [--level watch|sample|exact]"
          + " [--seconds N] [--pairs a,b] [-X…]";

  private static final List<String> LEVELS = List.of("watch", "sample", "exact");
  private static final int JARS = 3;
  private static final int SECONDS = 30;
  private static final int LONGEST = 500; // seconds; a program is killed after ten minutes
  private static final String HEAP = "-Xmx256m";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with one line for the user
   */
  static ScoreOptions parse(String... args) {
    if (args.length < JARS) {
      throw new IllegalArgumentException(USAGE);
    }
    Path samples = jar(args[2]);
    Path sources = samples.resolveSibling("../src/main/java").normalize();
    if (!Files.isDirectory(sources)) {
      throw new IllegalArgumentException("the samples' sources are not at " + sources);
    }
    ScoreOptions options =
        new ScoreOptions(
            jar(args[0]),
            jar(args[1]),
            samples,
            sources,
            LEVELS.get(0),
            SECONDS,
            List.of(),
            List.of(HEAP));
    for (int i = JARS; i < args.length; i++) {
      if (args[i].startsWith("-X")) {
        options = options.withJvmArgument(args[i]);
      } else if (i + 1 < args.length) {
        options = options.with(args[i], args[++i]);
      } else {
        throw new IllegalArgumentException(args[i] + " needs a value; " + USAGE);
      }
    }
    return options;
  }

  private static Path jar(String name) {
    Path jar = Path.of(name).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(name + " is no file; " + USAGE);
    }
    return jar;
  }

  private ScoreOptions withJvmArgument(String argument) {
    List<String> all = new ArrayList<>(jvmArguments);
    all.add(argument);
    return new ScoreOptions(agent, analyzer, samples, sources, level, seconds, pairs, all);
  }

  private ScoreOptions with(String name, String value) {
    return switch (name) {
      case "--level" ->
          new ScoreOptions(
              agent, analyzer, samples, sources, level(value), seconds, pairs, jvmArguments);
      case "--seconds" ->
          new ScoreOptions(
              agent, analyzer, samples, sources, level, seconds(value), pairs, jvmArguments);
      case "--pairs" ->
          new ScoreOptions(
              agent,
              analyzer,
              samples,
              sources,
              level,
              seconds,
              List.of(value.split(",", -1)),
              jvmArguments);
      default -> throw new IllegalArgumentException("unknown option " + name + "; " + USAGE);
    };
  }

  private static String level(String value) {
    if (!LEVELS.contains(value)) {
      throw new IllegalArgumentException("--level is one of " + String.join(", ", LEVELS));
    }
    return value;
  }

  private static int seconds(String value) {
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > LONGEST) {
      throw new IllegalArgumentException("--seconds is a number from 1 to " + LONGEST);
    }
    return Integer.parseInt(value);
  }
}
