package dev.heapdrift.agent.heap;

import java.lang.reflect.Method;

/**
 * The constant pool of a class, through the JDK's own reader of it. Nothing is resolved or loaded.
 * Entries are numbered from 1; whatever cannot be read is null.
 */
public final class ConstantPool {
  private static final Method GET_POOL = method(Class.class, "getConstantPool");
  private static final Method SIZE = ofPool("getSize");
  private static final Method TAG_AT = ofPool("getTagAt", int.class);
  private static final Method TEXT_AT = ofPool("getUTF8At", int.class);
  private static final Method METHOD_AT = ofPool("getMemberRefInfoAt", int.class);

  private final Object pool;
  private final int size;

  private ConstantPool(Object pool, int size) {
    this.pool = pool;
    this.size = size;
  }

  /** The pool of a class, or null where the JDK does not let us read it. */
  public static ConstantPool of(Class<?> c) {
    Object pool = invoke(GET_POOL, c);
    return pool != null && invoke(SIZE, pool) instanceof Integer size
        ? new ConstantPool(pool, size)
        : null;
  }

  /** One more than the number of the last entry. */
  public int size() {
    return size;
  }

  /** Class, name and descriptor of the member that an entry refers to, or null. */
  public String[] memberAt(int i) {
    return (String[]) invoke(METHOD_AT, pool, i);
  }

  /** The text of an entry, or null where it is no text. */
  public String textAt(int i) {
    Object tag = invoke(TAG_AT, pool, i);
    return tag != null && tag.toString().equals("UTF8") ? (String) invoke(TEXT_AT, pool, i) : null;
  }

  /** Fails for an entry of another kind, and for the second half of a long or double. */
  private static Object invoke(Method method, Object on, Object... arguments) {
    try {
      return method == null ? null : method.invoke(on, arguments);
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return null;
    }
  }

  private static Method ofPool(String name, Class<?>... parameters) {
    return GET_POOL == null ? null : method(GET_POOL.getReturnType(), name, parameters);
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
