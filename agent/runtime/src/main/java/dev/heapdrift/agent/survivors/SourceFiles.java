package dev.heapdrift.agent.survivors;

import dev.heapdrift.agent.heap.ConstantPool;

/**
 * The source file of a class, from its constant pool: the compiler's {@code SourceFile} attribute
 * keeps its text there, and the recorder does not tell it. Without access to constant pools, or
 * when two texts could be it, none.
 */
final class SourceFiles {
  private static final String[] SUFFIXES = {".java", ".kt", ".scala", ".groovy", ".clj"};

  private SourceFiles() {}

  /** Such as {@code Orders.java}, or null. */
  static String of(Class<?> c) {
    ConstantPool pool = ConstantPool.of(c);
    String found = null;
    for (int i = 1; pool != null && i < pool.size(); i++) {
      String text = pool.textAt(i);
      if (text == null || !isFile(text)) {
        continue;
      }
      if (isNamedLike(c, text)) {
        return text;
      }
      if (found != null && !found.equals(text)) {
        return null;
      }
      found = text;
    }
    return found;
  }

  private static boolean isFile(String text) {
    for (String suffix : SUFFIXES) {
      if (text.length() > suffix.length() && text.endsWith(suffix)) {
        int end = text.length() - suffix.length();
        return text.chars().limit(end).allMatch(Character::isJavaIdentifierPart);
      }
    }
    return false;
  }

  /** Whether the file is called as the outermost class, which then is no accident. */
  private static boolean isNamedLike(Class<?> c, String file) {
    String simple = c.getName().substring(c.getName().lastIndexOf('.') + 1);
    int inner = simple.indexOf('$', 1);
    String outermost = inner < 0 ? simple : simple.substring(0, inner);
    return file.startsWith(outermost + '.');
  }
}
