package dev.heapdrift.agent.jmx;

import dev.heapdrift.snapshot.ask.Verb;
import java.util.function.BiFunction;

/**
 * Asks the agent's thread and waits for it.
 *
 * @param control the agent's control function
 */
record Questions(BiFunction<String, Object, Object> control) {

  /**
   * Asks for something.
   *
   * @return the answer
   * @throws IllegalStateException when there is none, with one line that says why
   */
  Object ask(Verb verb, Object argument) {
    Object answer = control.apply(verb.text(), argument);
    if (answer == null) {
      throw new IllegalStateException("the agent rests at level off, or has left");
    }
    if (answer instanceof String said && said.startsWith(Verb.ERROR)) {
      throw new IllegalStateException(said.substring(Verb.ERROR.length()));
    }
    return answer;
  }
}
