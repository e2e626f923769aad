package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another agent that changes classes, in front of ours or behind it. */
final class OtherAgentHost implements Host {
  private final Other other;
  private final boolean behind;

  OtherAgentHost(Other other, boolean behind) {
    this.other = other;
    this.behind = behind;
  }

  /** The agents. */
  enum Other {
    JACOCO("JaCoCo") {
      @Override
      String[] options(Setting setting) throws NotHereException {
        Path jar = Setting.library("org.jacoco.agent.jar");
        return new String[] {"-javaagent:" + jar + "=destfile=" + coverage(setting)};
      }

      @Override
      void hasWorked(Setting setting) throws Exception {
        if (Files.size(coverage(setting)) == 0) {
          throw new AssertionError("JaCoCo has recorded nothing");
        }
      }

      private static Path coverage(Setting setting) {
        return setting.folder().resolve("jacoco.exec");
      }
    },
    OPEN_TELEMETRY("OpenTelemetry") {
      @Override
      String[] options(Setting setting) throws NotHereException {
        Path jar = Setting.library("opentelemetry-javaagent.jar");
        return new String[] {
          "-javaagent:" + jar,
          "-Dotel.traces.exporter=none",
          "-Dotel.metrics.exporter=none",
          "-Dotel.logs.exporter=none"
        };
      }

      @Override
      void hasWorked(Setting setting) {} // says on stderr that it runs
    };

    private final String title;

    Other(String title) {
      this.title = title;
    }

    abstract String[] options(Setting setting) throws NotHereException;

    abstract void hasWorked(Setting setting) throws Exception;
  }

  @Override
  public String name() {
    return other.title + (behind ? "'s agent behind ours" : "'s agent before ours");
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws NotHereException {
    SpawnedJvm.Builder jvm = SpawnedJvm.of(Tenant.class).jvm("-Xmx512m");
    if (behind) {
      jvm.agent(setting.agentOptions());
    }
    return jvm.jvm(other.options(setting));
  }

  @Override
  public boolean bringsAgent() {
    return !behind;
  }

  /** OpenTelemetry's own lines are none of ours. */
  @Override
  public boolean mayComplain(List<String> lines) {
    return Host.isAboutOthers(lines);
  }

  @Override
  public void bidFarewell(Setting setting) throws Exception {
    other.hasWorked(setting);
  }
}
