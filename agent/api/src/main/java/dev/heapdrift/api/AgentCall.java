package dev.heapdrift.api;

import dev.heapdrift.snapshot.ask.Verb;

/** One question to the agent. One that does not listen answers nothing. */
final class AgentCall {
  private AgentCall() {}

  /**
   * The agent's answer, or null without an agent or where the answer is nothing.
   *
   * @throws Refused when it could not do as asked
   */
  static Object ask(Verb verb, Object argument) throws Refused {
    AgentDoor door = AgentDoor.find();
    AgentDoor entered = AgentDoor.enter();
    Object answer;
    try {
      answer = door == null ? null : door.control(verb.text(), argument);
    } finally {
      AgentDoor.exit(entered);
    }
    if (answer instanceof String said && said.startsWith(Verb.ERROR)) {
      throw new Refused(said.substring(Verb.ERROR.length()));
    }
    return answer;
  }

  /** As {@link #ask}, for what only a wrong use or a broken agent makes fail. */
  static <T> T answer(Verb verb, Object argument, Class<T> type, T withoutAgent) {
    Object answer;
    try {
      answer = ask(verb, argument);
    } catch (Refused refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
    return answer == null ? withoutAgent : type.cast(answer);
  }

  /** The same of what is done and has no answer. */
  static void order(Verb verb, Object argument) {
    answer(verb, argument, Object.class, null);
  }

  /** The agent could not do as asked; the message is one line. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
