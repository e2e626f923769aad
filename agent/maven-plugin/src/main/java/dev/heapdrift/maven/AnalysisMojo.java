package dev.heapdrift.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What is judged and how, as {@code heapdrift check} is told: its options by the same names. */
abstract class AnalysisMojo extends AbstractMojo {
  private static final String ANALYZER = "dev.heapdrift:heapdrift-analyzer";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> artifacts;

  /** The folder of the snapshots, as {@code prepare-agent} has it. */
  @Parameter(
      property = "heapdrift.snapshots",
      defaultValue = "${project.build.directory}/heapdrift/snapshots")
  private File snapshots;

  /** Classes whose frames are the application's: {@code com.app}, {@code com.app.*Service}. */
  @Parameter(property = "heapdrift.include")
  private List<String> includes;

  /** Leaves out what classes of this name fill or hold. */
  @Parameter(property = "heapdrift.exclude")
  private List<String> excludes;

  /** Known growth of your own. */
  @Parameter(property = "heapdrift.catalogue")
  private File catalogue;

  /** Whether a snapshot that cannot be read is an error. */
  @Parameter(property = "heapdrift.strict", defaultValue = "false")
  private boolean strict;

  /** What fails: {@code unbounded}, or one kind, as {@code unbounded:listener-leak}. */
  @Parameter(property = "heapdrift.failOn")
  private List<String> failOn;

  /** Growth that is let through: {@code 100/min}, {@code 1MiB/h}, {@code 0.5/op}. */
  @Parameter(property = "heapdrift.maxGrowth")
  private String maxGrowth;

  /** The file of known leaks. */
  @Parameter(property = "heapdrift.baseline")
  private File baseline;

  /** How many percent faster a known leak may grow before it is worse. */
  @Parameter(property = "heapdrift.tolerance")
  private Double tolerance;

  /** Rules that leave findings out. */
  @Parameter(property = "heapdrift.suppress")
  private File suppress;

  /** Folders with the snapshots of the last good build. */
  @Parameter(property = "heapdrift.against")
  private List<File> against;

  /** Reports to write: text, json, md, html, sarif, junit, gitlab, github. */
  @Parameter(property = "heapdrift.formats", defaultValue = "html,json")
  private List<String> formats;

  /** The folder of the reports. */
  @Parameter(property = "heapdrift.reports", defaultValue = "${project.build.directory}/heapdrift")
  private File reports;

  /** Whether to do nothing. */
  @Parameter(property = "heapdrift.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
  private boolean skipTests;

  @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
  private boolean skipTestBuild;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    String excuse = excuse();
    if (excuse != null) {
      getLog().info("heapdrift: " + excuse);
      return;
    }
    try {
      List<Path> folders = new ForkFolders(snapshots.toPath()).filled();
      if (folders.isEmpty()) {
        throw new MojoExecutionException(
            "heapdrift: the tests have left no snapshot in "
                + snapshots
                + ": prepare-agent must run before them, and an argLine of your own must contain"
                + " @{argLine}");
      }
      File jar = artifacts.get(ANALYZER).getFile();
      answer(CommandRun.of(jar, line(folders), without()));
    } catch (IOException e) {
      throw new MojoExecutionException("heapdrift: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("heapdrift: interrupted", e);
    }
  }

  /** Makes the answer that of the goal; what it says on stderr is here still. */
  abstract void answer(CommandRun run) throws MojoExecutionException, MojoFailureException;

  /** Adds what only this goal is told. */
  abstract CheckLine own(CheckLine line);

  /** Variables of the environment that the command must not heed. */
  Set<String> without() {
    return Set.of();
  }

  /** The folder of the reports. */
  final File reports() {
    return reports;
  }

  /** The problem that exit code 2 stands for. */
  static MojoExecutionException unusable(CommandRun run) {
    String problem = run.problems().isEmpty() ? "heapdrift: no answer" : run.problems().get(0);
    return new MojoExecutionException(problem);
  }

  // No data never passes: only where no test was to run is there nothing to judge.
  private String excuse() {
    if (skip) {
      return "skipped";
    }
    if (skipTests || skipTestBuild) {
      return "nothing to judge: tests are skipped";
    }
    boolean tests = new File(project.getBuild().getTestOutputDirectory()).isDirectory();
    return tests || snapshots.isDirectory() ? null : "nothing to judge: this module has no tests";
  }

  private List<String> line(List<Path> folders) {
    CheckLine line =
        new CheckLine()
            .withEach("--include", includes)
            .withEach("--exclude", excludes)
            .with("--catalogue", catalogue)
            .flag("--strict", strict)
            .withEach("--fail-on", failOn)
            .with("--max-growth", maxGrowth)
            .with("--baseline", baseline)
            .with("--tolerance", tolerance)
            .with("--suppress", suppress)
            .withEach("--against", against)
            .withEach("--source", sources())
            .reports(formats, reports);
    return own(line).over(folders);
  }

  private List<String> sources() {
    return Stream.of(project.getCompileSourceRoots(), project.getTestCompileSourceRoots())
        .flatMap(List::stream)
        .filter(root -> new File(root).isDirectory())
        .toList();
  }
}
