package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.options.AgentOptions;
import java.util.function.Predicate;

/**
 * Which classes count as the application, by name. No lambda, for the first one of a JVM costs
 * dear.
 */
record Application(AgentOptions options) implements Predicate<String> {
  private static final String[] OTHERS = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "dev.heapdrift.api.",
    "dev.heapdrift.boot.",
    "dev.heapdrift.junit.",
    "dev.heapdrift.snapshot.",
  };

  @Override
  public boolean test(String className) {
    for (String other : OTHERS) {
      if (className.startsWith(other)) {
        return false;
      }
    }
    return options.counts(className);
  }
}
