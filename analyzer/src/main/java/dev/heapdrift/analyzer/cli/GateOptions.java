package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.gate.Baseline;
import dev.heapdrift.analyzer.gate.FailOn;
import dev.heapdrift.analyzer.gate.Gate;
import dev.heapdrift.analyzer.gate.GrowthLimit;
import dev.heapdrift.analyzer.gate.Suppressions;
import dev.heapdrift.analyzer.gate.Threshold;
import dev.heapdrift.analyzer.json.JsonFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What fails a build, as options of {@code check}. */
final class GateOptions {
  private static final double PERCENT = 100;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT[:KIND]",
      converter = FailOnConverter.class,
      description =
          "What fails: unbounded (default), or only one kind, as unbounded:listener-leak; "
              + "repeatable.")
  private List<FailOn> failOn = List.of();

  @Option(
      names = "--max-growth",
      paramLabel = "RATE[/UNIT]",
      converter = RateConverter.class,
      description =
          "Let through what grows by no more: entries or bytes (KiB, MiB, GiB) for each "
              + "s, min, h, d or op (unit of work): 100/min, 1MiB/h, 0.5/op.")
  private GrowthLimit maxGrowth;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Fail only on what is new or worse than in this file.")
  private Path baseline;

  @Option(
      names = "--update-baseline",
      description =
          "Take what fails into the file of --baseline, keep its reasons, owners and "
              + "expiries, leave out what was not found again, then judge by it. Nothing is "
              + "written when a JVM was not watched for long enough.")
  private boolean update;

  @Option(
      names = "--tolerance",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description =
          "How much faster than it did a known leak may grow before it is worse (default: "
              + "${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--suppress",
      paramLabel = "FILE",
      description = "Rules that leave findings out, each with its reason: JSON.")
  private Path suppress;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Fail only on what is new or worse than in these snapshots, of the last build "
              + "that was good; repeatable.")
  private List<Path> against = List.of();

  /** Whether to write the baseline. */
  boolean update() {
    return update;
  }

  /** The file of known leaks, or null. */
  Path baseline() {
    return baseline;
  }

  /** Snapshots to compare with; none without. */
  List<Path> against() {
    return against;
  }

  /** Files that are read and must not be written over. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>();
    for (Path file : new Path[] {baseline, suppress}) {
      if (file != null) {
        inputs.add(file);
      }
    }
    return inputs;
  }

  /** Checks what picocli cannot. */
  void check(CommandLine command) {
    if (update && baseline == null) {
      throw new ParameterException(command, "--update-baseline needs --baseline FILE");
    }
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new ParameterException(
          command, "--tolerance must be a percentage from 0 up, not " + tolerance);
    }
  }

  /** The file of known leaks; empty where it is to be made. */
  Baseline read() throws JsonFileException {
    return update && !Files.exists(baseline) ? Baseline.empty() : Baseline.read(baseline);
  }

  /** The rules that leave findings out. */
  Suppressions suppressions() throws JsonFileException {
    return suppress == null ? Suppressions.NONE : Suppressions.read(suppress);
  }

  /** The gate. */
  Gate gate(List<Baseline> known, Suppressions suppressions) {
    return new Gate(
        new Threshold(failOn, maxGrowth),
        known,
        suppressions,
        tolerance / PERCENT,
        LocalDate.now(ZoneId.systemDefault()));
  }

  private static final class FailOnConverter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String text) {
      return read(FailOn::parse, text);
    }
  }

  private static final class RateConverter implements ITypeConverter<GrowthLimit> {
    @Override
    public GrowthLimit convert(String text) {
      return read(GrowthLimit::parse, text);
    }
  }

  // Only the message of this exception is printed behind the option's name.
  private static <T> T read(Function<String, T> parser, String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
