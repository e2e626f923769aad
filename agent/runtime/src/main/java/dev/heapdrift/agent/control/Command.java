package dev.heapdrift.agent.control;

import dev.heapdrift.agent.door.DoorInstaller;
import dev.heapdrift.snapshot.ask.Verb;
import java.util.Set;

/**
 * What another process asks of this JVM's agent: {@code control ID VERB [ARGUMENT]} in place of the
 * agent's options. The answer, one text or a line that begins with {@link Verb#ERROR}, goes to the
 * bulletin under the id. On the JVM's attach thread; never throws.
 *
 * @param id chosen by the asking process
 * @param verb what to do
 * @param argument to what, or null
 */
public record Command(String id, String verb, String argument) {

  /** What a command begins with, and no options do. */
  public static final String MARK = "control ";

  /** What is handed to the agent that runs. */
  private static final Set<Verb> ASKED =
      Set.of(
          Verb.STATUS,
          Verb.LEVEL,
          Verb.SNAPSHOT,
          Verb.SNAPSHOT_AFTER_GC,
          Verb.SNAPSHOT_FEED,
          Verb.DETACH);

  /** Starts an agent. */
  public interface Starter {
    /**
     * Starts an agent, and does nothing where one runs already.
     *
     * @param options its options
     * @return whether there was none
     * @throws Exception when it cannot be started, with one line that says why
     */
    boolean start(String options) throws Exception;
  }

  /** Reads a text that begins with {@link #MARK}. */
  public static Command parse(String text) {
    String[] words = text.substring(MARK.length()).split(" ", 3);
    String verb = words.length > 1 ? words[1] : "";
    return new Command(words[0], verb, words.length > 2 ? words[2] : null);
  }

  /** Does it and answers. */
  public void run(Starter starter, Bulletin bulletin) {
    String answer;
    try {
      answer = Verb.of(verb) == Verb.ATTACH ? attach(starter) : ask(verb, argument);
    } catch (Exception | LinkageError e) {
      answer = Verb.ERROR + (e instanceof IllegalArgumentException ? e.getMessage() : e.toString());
    }
    bulletin.reply(id, answer);
  }

  /** The agent has started when it tells its status: what its own thread does first may fail. */
  private String attach(Starter starter) throws Exception {
    if (!starter.start(argument)) {
      return Verb.ERROR + "an agent watches this JVM already; it goes on as it is";
    }
    Object status = DoorInstaller.ask(Verb.STATUS.text(), null);
    return status == null ? Verb.ERROR + "level off starts no agent" : status.toString();
  }

  private static String ask(String verb, String argument) {
    Verb asked = Verb.of(verb);
    if (asked == null || !ASKED.contains(asked)) {
      return Verb.ERROR + "unknown request " + verb;
    }
    Object answer = DoorInstaller.ask(verb, argument);
    if (answer != null) {
      return answer.toString();
    }
    return DoorInstaller.occupied()
        ? Verb.ERROR + "the agent rests at level off; another level wakes it"
        : Verb.ERROR + "no agent watches this JVM";
  }
}
