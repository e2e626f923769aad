package dev.heapdrift.agent.alloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes objects whose number and size it knows, and asks the agent what that has seen. */
final class TracedProgram {
  static final int OBJECTS = 20_000;

  private static final List<Object> KEPT = new ArrayList<>(3 * OBJECTS);

  private TracedProgram() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 1) {
      ask("tracing.start", Integer.valueOf(args[1]));
    }
    Order first = keepOrders();
    dropOrders();
    long bytes = keepArrays();
    KEPT.add(inTheJdk());
    System.gc();
    System.out.println("order " + ask("size.shallow", first));
    System.out.println("arrays " + bytes);
    System.out.println("active " + ask("tracing.active", null));
    System.out.println("memory " + ((long[]) ask("tracing.memory", null))[0]);
    String[] trace = (String[]) ask("tracing.traceback", first); // null when it is not sampled
    System.out.println("trace " + Arrays.toString(trace));
    System.out.println("snapshot " + ask("snapshot", args[0]));
    if (args.length > 1) {
      ask("tracing.stop", null);
      System.out.println("active " + ask("tracing.active", null));
    }
  }

  private static Order keepOrders() {
    for (int i = 0; i < OBJECTS; i++) {
      KEPT.add(new Order(i));
    }
    return (Order) KEPT.get(0);
  }

  private static void dropOrders() {
    for (int i = 0; i < OBJECTS; i++) {
      new Order(i).total++;
    }
  }

  private static long keepArrays() throws Exception {
    long bytes = 0;
    for (int i = 0; i < 500; i++) {
      byte[] array = new byte[i * 10];
      KEPT.add(array);
      bytes += (Long) ask("size.shallow", array);
    }
    return bytes;
  }

  private static Object inTheJdk() {
    Map<Object, Object> map = new HashMap<>(4 * OBJECTS);
    for (int i = 0; i < OBJECTS; i++) {
      map.put(KEPT.get(i), KEPT);
    }
    return map;
  }

  private static Object ask(String verb, Object argument) throws Exception {
    return Class.forName("java.lang.HeapdriftDoor1", false, null)
        .getMethod("control", String.class, Object.class)
        .invoke(null, verb, argument);
  }

  /** Something to keep. */
  static final class Order {
    private final int number;
    private long total;

    Order(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return number + ":" + total;
    }
  }
}
