package dev.heapdrift.maven;

import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes the reports, whatever they say. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AnalysisMojo {

  /** Made by Maven. */
  public ReportMojo() {}

  @Override
  CheckLine own(CheckLine line) {
    return line;
  }

  // The job's summary is the check's: it would stand there twice.
  @Override
  Set<String> without() {
    return Set.of("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY");
  }

  @Override
  void answer(CommandRun run) throws MojoExecutionException {
    run.problems().forEach(getLog()::warn);
    if (run.code() != 0 && run.code() != 1 && run.code() != 3) {
      throw unusable(run);
    }
    run.out().stream().limit(1).forEach(getLog()::info);
    getLog().info("heapdrift: the reports are in " + reports());
  }
}
