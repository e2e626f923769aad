package dev.heapdrift.analyzer.scenario;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A class as its source declares it.
 *
 * @param around it and the classes around it, the outermost first
 * @param local whether it has no name that others could say, or stands inside a method
 */
record Declared(List<ClassTree> around, boolean local) {

  /** Itself. */
  ClassTree tree() {
    return around.get(around.size() - 1);
  }

  /** Its name within the package, {@code Orders.Line}. */
  String name() {
    return around.stream()
        .map(type -> type.getSimpleName().toString())
        .collect(Collectors.joining("."));
  }

  boolean isInterface() {
    return is(Tree.Kind.INTERFACE) || is(Tree.Kind.ANNOTATION_TYPE);
  }

  boolean isEnum() {
    return is(Tree.Kind.ENUM);
  }

  private boolean is(Tree.Kind kind) {
    return tree().getKind() == kind;
  }

  /** Why another class of the package cannot name it; null when it can. */
  String hidden() {
    if (local) {
      return "is in a class that has no name outside";
    }
    return around.stream().anyMatch(type -> has(type, Modifier.PRIVATE))
        ? "is in a private class"
        : null;
  }

  /** Why another class of the package cannot make one; null when it can. */
  String unmade() {
    if (has(tree(), Modifier.ABSTRACT) || isInterface() || isEnum()) {
      return "belongs to " + name() + ", of which there are no objects of its own";
    }
    boolean inner = around.size() > 1 && !is(Tree.Kind.RECORD) && !has(tree(), Modifier.STATIC);
    if (inner && !around.get(around.size() - 2).getKind().equals(Tree.Kind.INTERFACE)) {
      return "belongs to " + name() + ", an inner class";
    }
    return tree().getTypeParameters().isEmpty()
        ? null
        : "belongs to " + name() + ", which is generic";
  }

  /** Whether other packages can name it. */
  boolean isPublic() {
    return around.stream().allMatch(type -> has(type, Modifier.PUBLIC));
  }

  boolean isSealed() {
    return has(tree(), Modifier.SEALED);
  }

  /**
   * What its constructors take, the shortest first.
   *
   * @param foreign whether those are meant that other packages may call
   */
  List<List<? extends VariableTree>> constructors(boolean foreign) {
    List<MethodTree> declared =
        tree().getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(method -> method.getName().contentEquals("<init>"))
            .toList();
    if (is(Tree.Kind.RECORD)) {
      return List.of(components());
    }
    if (declared.isEmpty()) {
      return List.of(List.of());
    }
    return declared.stream()
        .filter(constructor -> callable(constructor.getModifiers().getFlags(), foreign))
        .<List<? extends VariableTree>>map(MethodTree::getParameters)
        .sorted(Comparator.comparingInt(List::size))
        .toList();
  }

  private static boolean callable(Set<Modifier> flags, boolean foreign) {
    return foreign ? flags.contains(Modifier.PUBLIC) : !flags.contains(Modifier.PRIVATE);
  }

  // The parser makes of the components of a record fields that are not static.
  private List<VariableTree> components() {
    return tree().getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .toList();
  }

  private static boolean has(ClassTree type, Modifier modifier) {
    return type.getModifiers().getFlags().contains(modifier);
  }
}
