package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import java.util.regex.Pattern;

/**
 * A variable that a closure or an inner class captured, as the compiler names the field for it.
 *
 * @param closure what captured it, such as {@code com.app.Bus.start lambda} or {@code
 *     com.app.Bus$1}
 * @param variable {@code arg 1} of a lambda, a local variable's name, or {@code this}
 * @param holder class and field, without the numbers that differ between runs
 */
record Capture(String closure, String variable, String holder) {
  private static final Pattern ANONYMOUS = Pattern.compile(".*\\$\\d+");

  /** The capture that a field is, or null when it is an ordinary field. */
  static Capture of(RefField field) {
    Class<?> declaring = field.declaring();
    String name = field.name();
    if (Jdk.isLambda(declaring)) {
      String host = declaring.getName().substring(0, declaring.getName().indexOf("$$Lambda"));
      String variable = name.startsWith("arg$") ? "arg " + name.substring(4) : name;
      return new Capture(
          LambdaOrigin.of(declaring) + " lambda", variable, host + "$$Lambda." + name);
    }
    String variable = variable(name, declaring.getName());
    return variable == null
        ? null
        : new Capture(declaring.getName(), variable, declaring.getName() + '.' + name);
  }

  /** The captured variable by javac's and Kotlin's naming of fields, or null. */
  private static String variable(String field, String declaring) {
    if (field.startsWith("val$")) {
      return field.substring(4);
    }
    if (field.startsWith("this$")) {
      return "this";
    }
    return field.startsWith("$") && ANONYMOUS.matcher(declaring).matches()
        ? field.substring(1)
        : null;
  }
}
