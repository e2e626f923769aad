package dev.heapdrift.benchmarks;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Speaks with the agent in another JVM as the command line does, without starting that. */
final class AgentControl implements AutoCloseable {
  private static final long POLL_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final VirtualMachine jvm;
  private final Path agent;

  private AgentControl(VirtualMachine jvm, Path agent) {
    this.jvm = jvm;
    this.agent = agent;
  }

  static AgentControl of(String pid, Path agent) throws Exception {
    return new AgentControl(VirtualMachine.attach(pid), agent);
  }

  /** Has a command done; fails when the agent says that it could not. */
  void ask(String command) throws Exception {
    String id = Long.toString(System.nanoTime());
    jvm.loadAgent(agent.toString(), "control " + id + ' ' + command);
    String answer =
        jvm.getAgentProperties().values().stream()
            .map(Object::toString)
            .filter(value -> value.startsWith(id + ' '))
            .findAny()
            .orElse("error: no answer");
    if (answer.contains("error: ")) {
      throw new IllegalStateException(command + ": " + answer);
    }
  }

  /** Has the agent leave, and waits until its hooks are out. */
  void leave() throws Exception {
    ask("detach");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (jvm.getAgentProperties().containsKey("heapdrift.level")) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the agent has not left within " + PATIENCE);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    jvm.detach();
  }
}
