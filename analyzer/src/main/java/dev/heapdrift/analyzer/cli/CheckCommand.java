package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.catalogue.CatalogueException;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.gate.Baseline;
import dev.heapdrift.analyzer.gate.BaselineEntry;
import dev.heapdrift.analyzer.gate.Gate;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Suppressions;
import dev.heapdrift.analyzer.json.JsonFileException;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heapdrift check}: the gate of a build. */
@Command(
    name = "check",
    description = {
      "Fails a build on what leaks in these snapshots, and writes reports.",
      "Exit code 0 passes, 1 a finding fails, 2 bad usage or unreadable, 3 too little was measured"
          + " to say."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private AnalysisOptions options;

  @Mixin private GateOptions gate;

  @Mixin private GateOutput output;

  @Mixin private ScenarioOptions scenario;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  CheckCommand() {
    this(System.getenv());
  }

  CheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    gate.check(command);
    output.check(command, gate.inputs());
    logging.start();
    try {
      return judge(command);
    } catch (CatalogueException | JsonFileException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  // What people have written is read first: a long analysis must not end in a mistyped file.
  private int judge(CommandLine command) throws CatalogueException, JsonFileException {
    LeakAnalysis pipeline = options.analysis();
    Suppressions suppressions = gate.suppressions();
    Baseline baseline = gate.baseline() == null ? null : gate.read();
    List<Baseline> known = new ArrayList<>();
    if (baseline != null) {
      known.add(baseline);
    }
    if (!gate.against().isEmpty()) {
      Optional<SnapshotFiles> earlier = options.read(gate.against(), command);
      if (earlier.isEmpty()) {
        return ExitCode.USAGE;
      }
      known.add(Baseline.of(AnalysisOptions.judge(pipeline, earlier.get())));
    }
    Optional<SnapshotFiles> files = options.read(options.paths(), command);
    if (files.isEmpty()) {
      return ExitCode.USAGE;
    }
    Gate decides = gate.gate(known, suppressions);
    GateResult result = decides.apply(AnalysisOptions.judge(pipeline, files.get()));
    if (!gate.update()) {
      return answer(result);
    }
    if (!result.measured()) {
      Problems.say(command, gate.baseline() + " is as it was: too little was measured");
      return answer(result);
    }
    return update(decides, result, baseline);
  }

  /** Writes the new baseline, and judges by it: what has expired fails as before. */
  private int update(Gate decides, GateResult result, Baseline baseline) {
    CommandLine command = spec.commandLine();
    Baseline updated = baseline.updated(result);
    try {
      OutputFile.replace(gate.baseline(), updated.print());
    } catch (IOException e) {
      Problems.say(command, "cannot write " + gate.baseline() + ": " + e);
      return ExitCode.USAGE;
    }
    for (BaselineEntry entry : baseline.without(updated)) {
      Problems.say(command, "taken out of " + gate.baseline() + ": " + entry.named());
    }
    return answer(decides.with(updated).apply(result.analysis()));
  }

  private int answer(GateResult result) {
    Surroundings surroundings = Surroundings.of(environment);
    CommandLine command = spec.commandLine();
    List<Finding> findings = result.analysis().findings();
    boolean written = output.write(result, surroundings, command);
    written &= scenario.write(findings, output.sources(), command);
    return written ? ExitCode.of(result.outcome()) : ExitCode.USAGE;
  }
}
