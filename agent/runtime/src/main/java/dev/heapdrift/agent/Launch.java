package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.control.Command;
import java.lang.instrument.Instrumentation;

/**
 * Takes in a command from outside where no agent runs that would. A class of its own, so that
 * premain need not load what it needs.
 *
 * @param instrumentation the JVM's
 */
record Launch(Instrumentation instrumentation) implements Command.Starter {

  static void handle(String arguments, Instrumentation instrumentation) {
    Command.parse(arguments).run(new Launch(instrumentation), Bulletin.open(instrumentation));
  }

  @Override
  public boolean start(String options) throws Exception {
    return AgentMain.launch(options, instrumentation);
  }
}
