package dev.heapdrift.agent.control;

import java.lang.instrument.Instrumentation;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What this JVM tells those who may attach to it: properties that the JDK keeps for that, apart
 * from the system's, which no application looks at. Any thread.
 *
 * <p>Bounded: a few facts about the agent, and the newest {@value #REPLIES} answers.
 */
public final class Bulletin {
  /** Fact: the level in force. There as long as an agent is. */
  public static final String LEVEL = "level";

  private static final String PREFIX = "heapdrift.";
  private static final String REPLY = PREFIX + "reply.";
  private static final int REPLIES = 16;

  private final Properties properties;

  private Bulletin(Properties properties) {
    this.properties = properties;
  }

  /** Opens it; in a JVM that hides it, nobody ever reads what is published. */
  public static Bulletin open(Instrumentation jvm) {
    try {
      Map<String, Set<Module>> exported =
          Map.of("jdk.internal.vm", Set.of(Bulletin.class.getModule()));
      jvm.redefineModule(
          Object.class.getModule(), Set.of(), exported, Map.of(), Set.of(), Map.of());
      Class<?> support = Class.forName("jdk.internal.vm.VMSupport");
      return new Bulletin((Properties) support.getMethod("getAgentProperties").invoke(null));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      return new Bulletin(new Properties());
    }
  }

  /** Publishes a fact about the agent, in place of what was told before. */
  public void publish(String fact, String value) {
    properties.setProperty(PREFIX + fact, value);
  }

  /** Takes all facts back; the agent leaves. */
  public void withdraw() {
    for (Iterator<Object> keys = properties.keySet().iterator(); keys.hasNext(); ) {
      if (keys.next() instanceof String key && key.startsWith(PREFIX) && !key.startsWith(REPLY)) {
        keys.remove();
      }
    }
  }

  /**
   * Answers a command. An answer may take the place of an earlier one.
   *
   * @param id the command's
   */
  void reply(String id, String answer) {
    properties.setProperty(REPLY + Math.floorMod(id.hashCode(), REPLIES), id + ' ' + answer);
  }
}
