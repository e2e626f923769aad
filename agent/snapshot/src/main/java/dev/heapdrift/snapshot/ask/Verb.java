package dev.heapdrift.snapshot.ask;

/**
 * What an agent can be asked for. The answer is of a JDK type, null where there is nothing to tell
 * or nobody listens, or a line that begins with {@value #ERROR}.
 */
public enum Verb {
  /** How the agent is doing, a line each of a name and a value. */
  STATUS("status"),
  /** Another level, the argument; answers the level before and the one in force. */
  LEVEL("level"),
  /** A snapshot into the folder, or into the file that the argument names; answers the file. */
  SNAPSHOT("snapshot"),
  /** The same after a collection. */
  SNAPSHOT_AFTER_GC("snapshot.gc"),
  /**
   * A snapshot into the file that the argument names, and another one whenever it has been taken
   * away, until its folder is gone.
   */
  SNAPSHOT_FEED("snapshot.feed"),
  /** A snapshot as bytes, into no file. */
  SNAPSHOT_BYTES("snapshot.bytes"),
  /** The last snapshot, at the JVM's exit; the agent's own request. */
  EXIT("exit"),
  /** The agent takes its hooks out and ends. */
  DETACH("detach"),
  /** An agent starts, with the options that the argument holds; from another process only. */
  ATTACH("attach"),
  /** A whole command of another process, the argument. */
  COMMAND("command"),
  /** Traces allocations, with as many frames of each stack as the argument says. */
  TRACING_START("tracing.start"),
  /** Traces no more, and forgets what was traced. */
  TRACING_STOP("tracing.stop"),
  /** Traces no more, and keeps what was traced. */
  TRACING_PAUSE("tracing.pause"),
  /** Whether allocations are traced, a Boolean. */
  TRACING_ACTIVE("tracing.active"),
  /** Forgets what was traced. */
  TRACING_CLEAR("tracing.clear"),
  /** How many frames of each stack are kept, an Integer. */
  TRACING_LIMIT("tracing.limit"),
  /** Traced bytes, now and at their peak, an array of two long. */
  TRACING_MEMORY("tracing.memory"),
  /** The peak begins anew with what is traced now. */
  TRACING_RESET_PEAK("tracing.resetPeak"),
  /** Bytes that the tracer itself holds, a Long. */
  TRACING_OVERHEAD("tracing.overhead"),
  /** The stack that allocated the argument, one text a frame. */
  TRACING_TRACEBACK("tracing.traceback"),
  /** Bytes of the argument itself, a Long. */
  SIZE_SHALLOW("size.shallow"),
  /** Bytes of the argument and all that it alone and with others reaches, a Long. */
  SIZE_DEEP("size.deep"),
  /** Who holds the argument, in five texts. */
  OWNER_OF_OBJECT("owner.object"),
  /** Who holds most of the newest objects of the trace that the argument prints. */
  OWNER_OF_TRACE("owner.trace"),
  /** The argument counts the application's work from now on. */
  WORK_COUNTER("work.counter");

  /** What an answer begins with that is no answer; one line that says why follows. */
  public static final String ERROR = "error: ";

  private final String text;

  Verb(String text) {
    this.text = text;
  }

  /** As it is sent. */
  public String text() {
    return text;
  }

  /** The verb that was sent as {@code text}; null for one of another build. */
  public static Verb of(String text) {
    for (Verb verb : values()) {
      if (verb.text.equals(text)) {
        return verb;
      }
    }
    return null;
  }
}
