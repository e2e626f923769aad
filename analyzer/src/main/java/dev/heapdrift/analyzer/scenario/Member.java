package dev.heapdrift.analyzer.scenario;

import com.sun.source.tree.MethodTree;
import javax.lang.model.element.Modifier;

/**
 * A method or constructor as its source declares it.
 *
 * @param source where
 * @param type of it
 * @param method itself
 */
record Member(Source source, Declared type, MethodTree method) {

  boolean isConstructor() {
    return method.getName().contentEquals("<init>");
  }

  boolean isStatic() {
    return has(Modifier.STATIC);
  }

  /** Whether a frame can be of it: by its name, or by that of a lambda in it. */
  boolean runs(String name) {
    return method.getName().contentEquals(name) || name.startsWith("lambda$");
  }

  /** Its name, of a constructor that of the class. */
  String name() {
    return isConstructor() ? type.tree().getSimpleName().toString() : method.getName().toString();
  }

  /** Why a test beside the class cannot call it, as the end of a sentence; null when it can. */
  String uncallable() {
    if (has(Modifier.PRIVATE)) {
      return "is private";
    }
    if (isMain()) {
      return "is the whole program";
    }
    String hidden = type.hidden();
    return hidden != null || isStatic() ? hidden : type.unmade();
  }

  private boolean isMain() {
    return isStatic() && method.getName().contentEquals("main");
  }

  private boolean has(Modifier modifier) {
    return method.getModifiers().getFlags().contains(modifier);
  }
}
