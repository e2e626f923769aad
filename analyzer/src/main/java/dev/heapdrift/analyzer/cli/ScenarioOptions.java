package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.scenario.Scenario;
import dev.heapdrift.analyzer.scenario.ScenarioWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A JUnit test of one finding, as options of {@code check}. */
final class ScenarioOptions {
  @Option(
      names = "--write-test",
      paramLabel = "FINGERPRINT",
      description =
          "Write a JUnit 5 test that repeats the path on which this grew; needs --source. Where "
              + "the sources do not suffice, say what is missing.")
  private String fingerprint;

  @Option(
      names = "--test-dir",
      paramLabel = "DIR",
      defaultValue = "src/test/java",
      description =
          "The folder of tests that it goes into, below its package; no file is replaced "
              + "(default: ${DEFAULT-VALUE}).")
  private Path folder;

  /**
   * Writes the test that was asked for, if any.
   *
   * @param findings of which one is meant
   * @param sources folders with sources
   * @return whether it is there, or none was asked for; else a line says what is missing
   */
  boolean write(List<Finding> findings, List<Path> sources, CommandLine command) {
    if (fingerprint == null) {
      return true;
    }
    Optional<Finding> meant =
        findings.stream().filter(f -> f.details().fingerprint().equals(fingerprint)).findFirst();
    if (meant.isEmpty()) {
      Problems.say(command, NearestFinding.to(fingerprint, findings));
      return false;
    }
    Scenario scenario = new ScenarioWriter(sources).of(meant.get());
    if (scenario instanceof Scenario.Missing missing) {
      String reasons = String.join(", ", missing.reasons());
      Problems.say(command, "no test can be written for " + fingerprint + ": " + reasons);
      return false;
    }
    return write((Scenario.Test) scenario, command);
  }

  private boolean write(Scenario.Test test, CommandLine command) {
    Path file = test.file(folder);
    try {
      OutputFile.create(file, test.text());
      Problems.say(command, "wrote " + file + ", a test with dev.heapdrift:heapdrift-junit");
      return true;
    } catch (FileAlreadyExistsException e) {
      Problems.say(command, file + " is there already and stays as it is; see --test-dir");
    } catch (IOException e) {
      Problems.say(command, "cannot write " + file + ": " + e);
    }
    return false;
  }
}
