package dev.heapdrift.maven;

import java.util.Locale;
import java.util.Map;

/** What the reports are called. */
final class ReportFiles {
  /** Formats whose file does not end in their own name. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "text", "leaks.txt",
          "github", "leaks-github.txt",
          "gitlab", "leaks-gitlab.json",
          "junit", "leaks-junit.xml");

  private ReportFiles() {}

  static String named(String format) {
    String name = format.toLowerCase(Locale.ROOT);
    return OTHERS.getOrDefault(name, "leaks." + name);
  }
}
