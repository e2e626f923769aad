package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.ConstantPool;

/**
 * Names the method that a lambda stands in, from the constant pool of its hidden class: that refers
 * to the method with the lambda's body, {@code lambda$start$0}, which javac names for the one
 * around it. Without access to constant pools, no name.
 */
final class LambdaOrigin {
  private static final String BODY = "lambda$";

  private LambdaOrigin() {}

  /** {@code com.app.Bus.start}; the class alone where the method is not known. */
  static String of(Class<?> lambda) {
    String host = lambda.getName().substring(0, lambda.getName().indexOf("$$Lambda"));
    String body = body(lambda, host);
    return body == null ? host : host + '.' + body;
  }

  private static String body(Class<?> lambda, String host) {
    ConstantPool pool = ConstantPool.of(lambda);
    for (int i = 1; pool != null && i < pool.size(); i++) {
      String[] method = pool.memberAt(i);
      if (method != null
          && method[0].replace('/', '.').equals(host)
          && method[1].startsWith(BODY)) {
        return around(method[1]);
      }
    }
    return null;
  }

  /** The method around a body {@code lambda$start$0}; {@code new} stands for a constructor. */
  private static String around(String body) {
    int end = body.lastIndexOf('$');
    return end <= BODY.length() ? null : body.substring(BODY.length(), end);
  }
}
