package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What programs share that run a server with several tenants in it. By reflection, for the servers
 * are there in the matrix only. Needs no other class of the tests.
 */
final class ServerProgram {
  private ServerProgram() {}

  /** Lets them live until a byte comes in on standard input, and tells how they have left. */
  static void house(List<Class<?>> tenants) throws IOException, ReflectiveOperationException {
    for (Class<?> tenant : tenants) {
      tenant.getMethod("moveIn").invoke(null);
    }
    System.out.println("at home");
    System.in.read();
    Set<String> farewells = new LinkedHashSet<>();
    for (Class<?> tenant : tenants) {
      farewells.add((String) tenant.getMethod("moveOut").invoke(null));
    }
    System.out.println(String.join(", ", farewells));
  }

  /** Calls the public method of that name which takes these arguments. */
  static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    Method method =
        Stream.of(target.getClass().getMethods())
            .filter(m -> m.getName().equals(name))
            .filter(m -> fits(m.getParameterTypes(), arguments))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(name));
    method.setAccessible(true); // its class need not be public
    return method.invoke(target, arguments);
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i]) && !types[i].isPrimitive()) {
        return false;
      }
    }
    return true;
  }
}
