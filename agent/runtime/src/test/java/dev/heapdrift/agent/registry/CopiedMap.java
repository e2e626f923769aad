package dev.heapdrift.agent.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A map that is replaced by a larger copy, fifty times a second, for as long as nobody says stop.
 */
final class CopiedMap {
  private static volatile Map<Object, Object> routes = new HashMap<>();

  private CopiedMap() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; System.in.available() == 0; ) {
      Map<Object, Object> copy = new HashMap<>(routes);
      for (int end = i + 20; i < end; i++) {
        copy.put(i, "route");
      }
      routes = copy;
      LockSupport.parkNanos(20_000_000);
    }
    System.exit(0);
  }
}
