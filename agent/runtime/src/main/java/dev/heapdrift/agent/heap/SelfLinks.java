package dev.heapdrift.agent.heap;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields by which objects of one class hold each other, as a node's {@code next} does. */
public final class SelfLinks {
  private SelfLinks() {}

  /**
   * Fields whose type, or whose element type, is the class or one that it extends. The base classes
   * of the JDK do not count: every reference, throwable, thread and class loader has a field for
   * another.
   */
  public static List<RefField> of(Class<?> c, FieldLayouts layouts) {
    Set<String> itself = new HashSet<>();
    for (Class<?> each = c; each != null && !isBase(each); each = each.getSuperclass()) {
      itself.add('L' + each.getName().replace('.', '/') + ';');
    }
    List<RefField> links = new ArrayList<>();
    for (RefField field : layouts.instanceFields(c)) {
      String element = field.descriptor().replace("[", "");
      if (itself.contains(element) && !isBase(field.declaring())) {
        links.add(field);
      }
    }
    return links;
  }

  private static boolean isBase(Class<?> c) {
    return c.getName().startsWith("java.lang.");
  }
}
