package dev.heapdrift.agent.control;

import dev.heapdrift.agent.door.DoorInstaller;
import java.util.Set;

/**
 * What another process asks of this JVM's agent: {@code control ID VERB [ARGUMENT]} in place of the
 * agent's options. The answer, one text or a line that begins with {@code "error: "}, goes to the
 * bulletin under the id. On the JVM's attach thread; never throws.
 *
 * @param id chosen by the asking process
 * @param verb what to do
 * @param argument to what, or null
 */
public record Command(String id, String verb, String argument) {

  /** What a command begins with, and no options do. */
  public static final String MARK = "control ";

  private static final String ERROR = "error: ";
  private static final String ATTACH = "attach";
  private static final String STATUS = "status";

  /** What is handed to the agent that runs. */
  private static final Set<String> ASKED =
      Set.of(STATUS, "level", "snapshot", "snapshot.gc", "detach");

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
      answer = verb.equals(ATTACH) ? attach(starter) : ask(verb, argument);
    } catch (Exception | LinkageError e) {
      answer = ERROR + (e instanceof IllegalArgumentException ? e.getMessage() : e.toString());
    }
    bulletin.reply(id, answer);
  }

  /** The agent has started when it tells its status: what its own thread does first may fail. */
  private String attach(Starter starter) throws Exception {
    if (!starter.start(argument)) {
      return ERROR + "an agent watches this JVM already; it goes on as it is";
    }
    Object status = DoorInstaller.ask(STATUS, null);
    return status == null ? ERROR + "level off starts no agent" : status.toString();
  }

  private static String ask(String verb, String argument) {
    if (!ASKED.contains(verb)) {
      return ERROR + "unknown request " + verb;
    }
    Object answer = DoorInstaller.ask(verb, argument);
    if (answer != null) {
      return answer.toString();
    }
    return DoorInstaller.occupied()
        ? ERROR + "the agent rests at level off; another level wakes it"
        : ERROR + "no agent watches this JVM";
  }
}
