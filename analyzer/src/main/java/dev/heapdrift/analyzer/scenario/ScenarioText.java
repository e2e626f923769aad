package dev.heapdrift.analyzer.scenario;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of a test. */
final class ScenarioText {
  /** Everything that any interface can return: null, zero or false. */
  private static final String PROXY =
      """

        private static <T> T any(Class<T> type) {
          return type.cast(
              Proxy.newProxyInstance(
                  type.getClassLoader(),
                  new Class<?>[] {type},
                  (self, method, arguments) -> nothing(method.getReturnType())));
        }

        private static Object nothing(Class<?> type) {
          return type == void.class ? null : Array.get(Array.newInstance(type, 1), 0);
        }
      """;

  private ScenarioText() {}

  /**
   * Writes a test.
   *
   * @param finding what it is for
   * @param member what it calls
   * @param receiver what makes the object that it is called on; empty where none is needed
   * @param arguments what it is given
   */
  static Scenario.Test of(Finding finding, Member member, String receiver, String arguments) {
    String packageName = member.source().packageName();
    String type = member.type().name();
    String className = type.replace(".", "") + capital(member.name()) + "LeakTest";
    boolean proxies = (receiver + arguments).contains(Values.ANY + '(');
    boolean counts = (receiver + arguments).matches(".*\\b" + Values.RUN + "\\b.*");
    List<String> lines = new ArrayList<>();
    if (!packageName.isEmpty()) {
      lines.add("package " + packageName + ";\n");
    }
    lines.add("import dev.heapdrift.junit.LeakCheck;");
    if (proxies) {
      lines.add("import java.lang.reflect.Array;");
      lines.add("import java.lang.reflect.Proxy;");
    }
    lines.add("import org.junit.jupiter.api.Test;\n");
    lines.add("// " + harmless(finding.details().title()));
    lines.add("// " + finding.kind().label() + ' ' + finding.details().fingerprint());
    lines.add("class " + className + " {");
    if (counts) {
      lines.add("  private int run;");
    }
    if (!receiver.isEmpty()) {
      lines.add("  private final " + type + " tested = " + receiver + ";");
    }
    lines.add(lines.get(lines.size() - 1).startsWith("class ") ? "  @Test" : "\n  @Test");
    lines.add("  @LeakCheck");
    lines.add("  void " + small(member.name()) + "LeavesNothingBehind() throws Exception {");
    if (counts) {
      lines.add("    run++;");
    }
    lines.add("    " + called(member, type, receiver) + '(' + arguments + ");");
    lines.add("  }");
    String text = String.join("\n", lines) + '\n' + (proxies ? PROXY : "") + "}\n";
    return new Scenario.Test(packageName, className, text);
  }

  private static String called(Member member, String type, String receiver) {
    if (member.isConstructor()) {
      return "new " + type;
    }
    return (receiver.isEmpty() ? type : "tested") + '.' + member.name();
  }

  /** For a comment: names of a class file may hold anything, also what ends a line. */
  private static String harmless(String text) {
    return text.replaceAll("[^\\x20-\\x7e]|\\\\", "?");
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String small(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
