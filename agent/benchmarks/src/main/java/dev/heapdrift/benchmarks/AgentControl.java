package dev.heapdrift.benchmarks;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;

/** Speaks with the agent in another JVM as the command line does, without starting that. */
final class AgentControl implements AutoCloseable {
  private static final long POLL_MILLIS = 5;

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
    while (jvm.getAgentProperties().containsKey("heapdrift.level")) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    jvm.detach();
  }
}
