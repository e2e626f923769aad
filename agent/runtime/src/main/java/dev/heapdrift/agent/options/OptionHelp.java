package dev.heapdrift.agent.options;

/**
 * The table of options as text for a terminal. Called by reflection from {@code
 * dev.heapdrift.boot}.
 */
public final class OptionHelp {

  private static final int WIDTH = 80;
  private static final String INDENT = "      ";

  private OptionHelp() {}

  /** Every option: its form, its default, and what it means. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Options of the agent, in the order in which they win: NAME=VALUE,NAME=VALUE as its\n");
    text.append("argument, -Dheapdrift.NAME=VALUE, HEAPDRIFT_NAME=VALUE in the environment, and\n");
    text.append("NAME=VALUE a line in the file that the option named options gives.\n");
    for (Option option : OptionTable.ALL) {
      text.append("\n  ").append(option.name()).append('=').append(option.type().syntax);
      if (!option.fallback().isEmpty()) {
        text.append("  (default: ").append(option.fallback()).append(')');
      }
      text.append('\n');
      wrap(option.help(), text);
    }
    return text.toString();
  }

  private static void wrap(String sentence, StringBuilder text) {
    int column = 0;
    for (String word : sentence.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      String before = column == 0 ? INDENT : " ";
      text.append(before).append(word);
      column += before.length() + word.length();
    }
    text.append('\n');
  }
}
