package dev.heapdrift.analyzer.series;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Matches names of classes. {@code com.app} means the class or package of that name and all in it;
 * {@code *} stands for any characters, as in {@code com.app.*Cache}.
 *
 * @param text as the user wrote it
 * @param regex what it means
 */
public record NamePattern(String text, Pattern regex) {

  /** Compiles what a user wrote. */
  public static NamePattern of(String text) {
    String glob = text.strip();
    String regex = "\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E([.$].*)?";
    return new NamePattern(text, Pattern.compile(regex));
  }

  /** Compiles several. */
  public static List<NamePattern> all(List<String> texts) {
    return texts.stream().map(NamePattern::of).toList();
  }

  /** Whether it matches the binary name of a class. */
  public boolean matches(String className) {
    return regex.matcher(className).matches();
  }

  /** Whether any of the patterns matches. */
  public static boolean any(List<NamePattern> patterns, String className) {
    for (NamePattern pattern : patterns) {
      if (pattern.matches(className)) {
        return true;
      }
    }
    return false;
  }
}
