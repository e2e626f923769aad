package dev.heapdrift.agent.options;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A file of options: {@code interval=30s} a line, as {@link Properties} are written, in UTF-8. */
final class OptionsFile {
  private OptionsFile() {}

  /**
   * Reads a file; without java.nio.file, which premain does without.
   *
   * @param file its name; empty for none
   * @return texts of options by name
   * @throws OptionException when it cannot be read, or holds what is no option
   */
  static Map<String, String> read(String file) {
    Map<String, String> texts = new HashMap<>();
    if (!file.isEmpty()) {
      Properties lines = load(file);
      for (String name : lines.stringPropertyNames()) {
        if (OptionTable.named(name) == null) {
          throw new OptionException(
              origin(file) + ": unknown option '" + name + "'" + OptionTable.hint(name));
        }
        if (name.equals(OptionTable.OPTIONS.name())) {
          throw new OptionException(origin(file) + ": it cannot name another one");
        }
        texts.put(name, lines.getProperty(name));
      }
    }
    return texts;
  }

  /** How messages name it. */
  static String origin(String file) {
    return "options file " + file;
  }

  private static Properties load(String file) {
    Properties lines = new Properties();
    try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException | IllegalArgumentException e) { // the latter for a broken escape
      throw new OptionException(origin(file) + " cannot be read: " + e.getMessage());
    }
    return lines;
  }
}
