package dev.heapdrift.agent.survivors;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The source file of a class, from its constant pool: the compiler's {@code SourceFile} attribute
 * keeps its text there, and the recorder does not tell it. Without access to the JDK's reader of
 * constant pools, or when two texts could be it, none. Nothing is resolved or loaded.
 */
final class SourceFiles {
  private static final String[] SUFFIXES = {".java", ".kt", ".scala", ".groovy", ".clj"};

  private static final Method GET_POOL = method(Class.class, "getConstantPool");
  private static final Method SIZE = GET_POOL == null ? null : method(pool(), "getSize");
  private static final Method TAG_AT =
      GET_POOL == null ? null : method(pool(), "getTagAt", int.class);
  private static final Method TEXT_AT =
      GET_POOL == null ? null : method(pool(), "getUTF8At", int.class);

  private SourceFiles() {}

  /** Such as {@code Orders.java}, or null. */
  static String of(Class<?> c) {
    if (SIZE == null || TAG_AT == null || TEXT_AT == null) {
      return null;
    }
    try {
      return among(c, GET_POOL.invoke(c));
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return null;
    }
  }

  private static String among(Class<?> c, Object pool) throws ReflectiveOperationException {
    String found = null;
    int size = (int) SIZE.invoke(pool);
    for (int i = 1; i < size; i++) {
      String text = textAt(pool, i);
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

  private static String textAt(Object pool, int i) throws ReflectiveOperationException {
    try {
      return TAG_AT.invoke(pool, i).toString().equals("UTF8")
          ? (String) TEXT_AT.invoke(pool, i)
          : null;
    } catch (InvocationTargetException emptySlot) {
      return null; // the second half of a long or double
    }
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

  private static Class<?> pool() {
    return GET_POOL.getReturnType();
  }

  private static Method method(Class<?> of, String name, Class<?>... parameters) {
    try {
      Method method = of.getDeclaredMethod(name, parameters);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException | RuntimeException closed) {
      return null;
    }
  }
}
