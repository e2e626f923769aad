package dev.heapdrift.api;

/**
 * One question to the agent, in words that both sides know. An agent that does not listen answers
 * nothing; one that cannot do as asked answers a line that begins with {@value #ERROR}.
 */
enum AgentCall {
  START("tracing.start"),
  STOP("tracing.stop"),
  PAUSE("tracing.pause"),
  IS_TRACING("tracing.active"),
  CLEAR("tracing.clear"),
  LIMIT("tracing.limit"),
  MEMORY("tracing.memory"),
  RESET_PEAK("tracing.resetPeak"),
  OVERHEAD("tracing.overhead"),
  TRACEBACK("tracing.traceback"),
  BYTES("snapshot.bytes"),
  FILE("snapshot"),
  SHALLOW("size.shallow"),
  DEEP("size.deep"),
  OWNER_OF_OBJECT("owner.object"),
  OWNER_OF_TRACE("owner.trace"),
  WORK("work.counter");

  private static final String ERROR = "error: ";

  private final String verb;

  AgentCall(String verb) {
    this.verb = verb;
  }

  /**
   * The agent's answer, or null without an agent or where the answer is nothing.
   *
   * @throws Refused when it could not do as asked
   */
  Object ask(Object argument) throws Refused {
    AgentDoor door = AgentDoor.find();
    AgentDoor entered = AgentDoor.enter();
    Object answer;
    try {
      answer = door == null ? null : door.control(verb, argument);
    } finally {
      AgentDoor.exit(entered);
    }
    if (answer instanceof String said && said.startsWith(ERROR)) {
      throw new Refused(said.substring(ERROR.length()));
    }
    return answer;
  }

  /** As {@link #ask}, for what only a wrong use or a broken agent makes fail. */
  <T> T answer(Object argument, Class<T> type, T withoutAgent) {
    Object answer;
    try {
      answer = ask(argument);
    } catch (Refused refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
    return answer == null ? withoutAgent : type.cast(answer);
  }

  /** The agent could not do as asked; the message is one line. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
