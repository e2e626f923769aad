package dev.heapdrift.agent.growth;

import java.util.List;

/** A class of the JDK that may get hooks: a row of a table. */
public interface HookedClass {

  /** Binary name, such as {@code java.util.HashMap}. */
  String className();

  /** What is hooked; empty where nothing can be. */
  List<? extends HookedMethod> methods();

  /** What is not noticed where it cannot be hooked, as a noun. */
  String watched();

  /** Name as in class files, {@code java/util/HashMap}. */
  default String internalName() {
    return className().replace('.', '/');
  }
}
