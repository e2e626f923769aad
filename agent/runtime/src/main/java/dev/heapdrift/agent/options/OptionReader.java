package dev.heapdrift.agent.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the text of every option: the agent's argument wins over system properties, these over
 * environment variables, these over the options file, and that over the table's default.
 */
final class OptionReader {

  private static final String ARGUMENT = "agent option";

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Map<String, String> arguments;
  private final String file;
  private final Map<String, String> lines;

  /**
   * Splits the argument.
   *
   * @param argument {@code key=value,key=value}, or null
   * @throws OptionException for a key that does not exist, stands twice or has no value, and for an
   *     options file that cannot be read
   */
  OptionReader(String argument, Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
    this.arguments = split(argument == null ? "" : argument);
    this.lines = new HashMap<>();
    this.file = (String) value(OptionTable.OPTIONS);
    lines.putAll(OptionsFile.read(file));
  }

  /** The value of {@code option}, of the Java type that its {@link OptionType} names. */
  Object value(Option option) {
    String text = arguments.get(option.name());
    if (text != null) {
      return option.read(text, ARGUMENT);
    }
    text = properties.get(option.property());
    if (text != null) {
      return option.read(text, "system property " + option.property());
    }
    text = environment.get(option.variable());
    if (text != null) {
      return option.read(text, "environment variable " + option.variable());
    }
    text = lines.get(option.name());
    if (text != null) {
      return option.read(text, OptionsFile.origin(file));
    }
    return option.read(option.fallback(), "default");
  }

  /**
   * Properties and variables that look like misspelt options. Not an error as in the argument:
   * other parts of heapdrift are set up in the same way, so a foreign name may be right.
   */
  List<String> misspelt() {
    List<String> found = new ArrayList<>();
    for (Option option : OptionTable.ALL) {
      collectLike(option.property(), "system property ", properties, found);
      collectLike(option.variable(), "environment variable ", environment, found);
    }
    return found;
  }

  private static void collectLike(
      String right, String kind, Map<String, String> names, List<String> found) {
    for (String name : names.keySet()) {
      if (Spelling.oneEdit(name, right)) {
        found.add(kind + name + " is ignored; did you mean " + right + "?");
      }
    }
  }

  private static Map<String, String> split(String argument) {
    Map<String, String> pairs = new LinkedHashMap<>();
    String open = null;
    for (String pair : argument.split(",", -1)) {
      if (open != null) {
        String value = pairs.get(open) + "," + pair;
        pairs.put(open, value);
        open = OptionTable.named(open).type().goesOn(value) ? open : null;
      } else if (!pair.isBlank()) {
        int equals = pair.indexOf('=');
        String key = pair.substring(0, equals < 0 ? pair.length() : equals).strip();
        check(key, equals >= 0, pairs.containsKey(key));
        String value = pair.substring(equals + 1);
        pairs.put(key, value);
        open = OptionTable.named(key).type().goesOn(value) ? key : null;
      }
    }
    return pairs;
  }

  private static void check(String key, boolean hasValue, boolean repeated) {
    if (OptionTable.named(key) == null) {
      throw new OptionException("unknown " + ARGUMENT + " '" + key + "'" + hint(key, hasValue));
    }
    if (!hasValue) {
      throw new OptionException(ARGUMENT + " '" + key + "' has no value");
    }
    if (repeated) {
      throw new OptionException(ARGUMENT + " '" + key + "' is given twice");
    }
  }

  private static String hint(String key, boolean hasValue) {
    String hint = OptionTable.hint(key);
    return hint.isEmpty() && !hasValue ? "; patterns are separated by semicolons" : hint;
  }
}
