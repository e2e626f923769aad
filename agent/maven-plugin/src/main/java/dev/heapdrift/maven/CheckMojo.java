package dev.heapdrift.maven;

import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build on leaks, of all forks together, and writes the reports. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AnalysisMojo {

  /** What becomes of a build of which too little was measured. */
  public enum Doubt {
    /** It fails. */
    FAIL,
    /** It passes with a warning. */
    WARN
  }

  /** Whether to take what fails into the baseline. */
  @Parameter(property = "heapdrift.updateBaseline", defaultValue = "false")
  private boolean updateBaseline;

  /** What becomes of a build of which too little was measured: {@code FAIL} or {@code WARN}. */
  @Parameter(property = "heapdrift.inconclusive", defaultValue = "FAIL")
  private Doubt inconclusive;

  /** Made by Maven. */
  public CheckMojo() {}

  @Override
  CheckLine own(CheckLine line) {
    return line.flag("--update-baseline", updateBaseline);
  }

  @Override
  void answer(CommandRun run) throws MojoExecutionException, MojoFailureException {
    boolean doubt = run.code() == 3;
    boolean fails = run.code() == 1 || (doubt && inconclusive == Doubt.FAIL);
    run.problems().forEach(getLog()::warn);
    print(run, fails ? getLog()::error : doubt ? getLog()::warn : getLog()::info);
    if (fails) {
      throw new MojoFailureException(run.out().get(0) + "; the reports are in " + reports());
    }
    if (run.code() != 0 && !doubt) {
      throw unusable(run);
    }
  }

  // GitHub reads an annotation only where a line begins with it, and Maven's log begins its own.
  private static void print(CommandRun run, Consumer<CharSequence> log) {
    for (String line : run.out()) {
      if (line.startsWith("::")) {
        System.out.println(line);
      } else {
        log.accept(line);
      }
    }
  }
}
