package dev.heapdrift.agent.owner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Names the method that a lambda stands in, from the constant pool of its hidden class: that refers
 * to the method with the lambda's body, {@code lambda$start$0}, which javac names for the one
 * around it. Nothing is resolved or loaded. Without access to the JDK's reader of constant pools,
 * no name.
 */
final class LambdaOrigin {
  private static final String BODY = "lambda$";

  private static final Method GET_POOL = method(Class.class, "getConstantPool");
  private static final Method SIZE = GET_POOL == null ? null : method(pool(), "getSize");
  private static final Method METHOD_AT =
      GET_POOL == null ? null : method(pool(), "getMemberRefInfoAt", int.class);

  private LambdaOrigin() {}

  /** {@code com.app.Bus.start}; the class alone where the method is not known. */
  static String of(Class<?> lambda) {
    String host = lambda.getName().substring(0, lambda.getName().indexOf("$$Lambda"));
    String body = body(lambda, host);
    return body == null ? host : host + '.' + body;
  }

  private static String body(Class<?> lambda, String host) {
    if (SIZE == null || METHOD_AT == null) {
      return null;
    }
    try {
      Object pool = GET_POOL.invoke(lambda);
      int size = (int) SIZE.invoke(pool);
      for (int i = 1; i < size; i++) {
        String[] method = methodAt(pool, i);
        if (method != null
            && method[0].replace('/', '.').equals(host)
            && method[1].startsWith(BODY)) {
          return around(method[1]);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return null;
    }
    return null;
  }

  /** Class, name and descriptor of a method that the pool refers to at {@code i}, or null. */
  private static String[] methodAt(Object pool, int i) throws IllegalAccessException {
    try {
      return (String[]) METHOD_AT.invoke(pool, i);
    } catch (InvocationTargetException anotherTag) {
      return null;
    }
  }

  /** The method around a body {@code lambda$start$0}; {@code new} stands for a constructor. */
  private static String around(String body) {
    int end = body.lastIndexOf('$');
    return end <= BODY.length() ? null : body.substring(BODY.length(), end);
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
