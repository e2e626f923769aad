package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.series.Unreadable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every problem into one line on stderr. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** A line on stderr that names the program. */
  static void say(CommandLine command, String problem) {
    command.getErr().println("heapdrift: " + problem.strip().replaceAll("\\s*\\R\\s*", "; "));
    command.getErr().flush();
  }

  /** A line for each file that could not be used. */
  static void say(CommandLine command, List<Unreadable> files) {
    files.forEach(file -> say(command, file.file() + ": " + file.problem()));
  }

  static int usage(ParameterException problem, String[] args) {
    String message = problem.getMessage();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message += " (did you mean " + String.join(" or ", suggestions) + "?)";
      }
    }
    say(problem.getCommandLine(), message);
    return ExitCode.USAGE;
  }

  static int failure(Exception problem, CommandLine command, ParseResult parsed) {
    LOG.error("command failed", problem);
    String message = problem.getMessage();
    say(
        command,
        problem.getClass().getSimpleName()
            + (message == null ? "" : ": " + message)
            + " (a defect of heapdrift; --log-file FILE keeps the details)");
    return ExitCode.USAGE;
  }
}
