package dev.heapdrift.agent.options;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param name as written in the agent's argument
 * @param type what its value looks like
 * @param fallback the value where none is given, as a user would write it
 * @param low the least number allowed, where the value is one
 * @param high the greatest number allowed, where the value is one
 * @param help one sentence for the user
 */
record Option(String name, OptionType type, String fallback, long low, long high, String help) {

  Option(String name, OptionType type, String fallback, String help) {
    this(name, type, fallback, 0, Long.MAX_VALUE, help);
  }

  /** The system property that sets it. */
  String property() {
    return OptionTable.PROPERTY_PREFIX + name;
  }

  /** The environment variable that sets it. */
  String variable() {
    return OptionTable.VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * Reads a value.
   *
   * @param text as the user wrote it
   * @param origin where it was written, for the error message
   * @throws OptionException when the text has not the type's form or is out of range
   */
  Object read(String text, String origin) {
    Object value = type.parse(text.strip());
    if (value == null) {
      throw new OptionException(
          origin + ": '" + text + "' is no value of " + name + ", which is written " + type.syntax);
    }
    if (value instanceof Long number && (number < low || number > high)) {
      throw new OptionException(
          origin + ": " + name + "=" + text + " is not in " + low + ".." + high);
    }
    return value;
  }
}
