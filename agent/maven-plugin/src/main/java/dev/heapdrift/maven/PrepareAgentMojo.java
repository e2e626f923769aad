package dev.heapdrift.maven;

import dev.heapdrift.analyzer.launch.AgentSettings;
import dev.heapdrift.analyzer.launch.LaunchException;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Adds the agent to the JVM options of tests: Surefire and Failsafe start their JVMs with what the
 * property {@code argLine} holds. What is there already, as JaCoCo's agent, stays.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractMojo {
  private static final String AGENT = "dev.heapdrift:heapdrift-agent";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> artifacts;

  /** The property that the plugin which starts the JVMs reads. */
  @Parameter(property = "heapdrift.propertyName", defaultValue = "argLine")
  private String propertyName;

  /** The folder of the snapshots; each fork has one of its own in it. */
  @Parameter(
      property = "heapdrift.snapshots",
      defaultValue = "${project.build.directory}/heapdrift/snapshots")
  private File snapshots;

  /** How much is watched: {@code watch}, {@code sample} or {@code exact}. */
  @Parameter(property = "heapdrift.level")
  private String level;

  /** Time between two snapshots. */
  @Parameter(property = "heapdrift.interval", defaultValue = "1s")
  private String interval;

  /** Further options of the agent, as on its own command line: {@code include=com.app}. */
  @Parameter(property = "heapdrift.agentOptions")
  private String agentOptions;

  /** Whether to do nothing. */
  @Parameter(property = "heapdrift.skip", defaultValue = "false")
  private boolean skip;

  /** Made by Maven. */
  public PrepareAgentMojo() {}

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("heapdrift is skipped");
      return;
    }
    ForkFolders folders = new ForkFolders(snapshots.toPath());
    Properties properties = project.getProperties();
    try {
      folders.clear(session.getRequest().getStartTime().toInstant());
      String line =
          new AgentSettings(level, interval, agentOptions)
              .added(
                  properties.getProperty(propertyName),
                  artifacts.get(AGENT).getFile().toPath(),
                  folders.ofEach());
      properties.setProperty(propertyName, line);
      getLog().info(propertyName + " set to " + line);
    } catch (IOException | LaunchException e) {
      throw new MojoExecutionException("heapdrift: " + e.getMessage(), e);
    }
  }
}
