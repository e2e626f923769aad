package dev.heapdrift.boot;

import java.lang.reflect.InvocationTargetException;

/** What the agent can be told, as a program: {@code java -jar heapdrift-agent.jar}. */
public final class OptionsHelp {

  private static final String HELP = "dev.heapdrift.agent.options.OptionHelp";

  private OptionsHelp() {}

  /** Prints the options. */
  public static void main(String[] arguments) throws Exception {
    System.out.print(text());
  }

  /**
   * The options as text, for a command line that carries this jar.
   *
   * @throws Exception when the jar is damaged
   */
  public static String text() throws Exception {
    try {
      return (String)
          Class.forName(HELP, true, new RuntimeLoader(HeapdriftAgent.ownJar()))
              .getMethod("text")
              .invoke(null);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
