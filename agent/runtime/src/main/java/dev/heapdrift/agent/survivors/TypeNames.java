package dev.heapdrift.agent.survivors;

/** Names of classes as the rest of a snapshot writes them. */
final class TypeNames {
  private static final String PRIMITIVES = "ZbooleanBbyteCcharSshortIintJlongFfloatDdouble";

  private TypeNames() {}

  /** {@code byte[]} for {@code [B}, {@code com.app.Order[][]} for {@code [[Lcom.app.Order;}. */
  static String printed(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    if (dimensions == 0 || dimensions == name.length()) {
      return name;
    }
    String element = name.substring(dimensions);
    boolean reference = element.startsWith("L") && element.endsWith(";");
    String printed =
        reference ? element.substring(1, element.length() - 1) : primitive(element.charAt(0));
    return printed + "[]".repeat(dimensions);
  }

  private static String primitive(char code) {
    int start = PRIMITIVES.indexOf(code) + 1;
    int end = start;
    while (end < PRIMITIVES.length() && Character.isLowerCase(PRIMITIVES.charAt(end))) {
      end++;
    }
    return PRIMITIVES.substring(start, end);
  }
}
