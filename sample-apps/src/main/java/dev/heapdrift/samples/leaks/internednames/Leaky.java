package dev.heapdrift.samples.leaks.internednames;

import dev.heapdrift.samples.leaks.Pace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads messages and interns every field of them, so that equal ones are one string. The number of
 * a message is among them.
 */
public final class Leaky {
  private static final String[] TOPICS = {"orders", "returns", "stock", "prices"};

  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private Leaky() {}

  /** Reads 2,000 messages a second. */
  public static void main(String[] args) throws InterruptedException {
    long[] letters = new long[1];
    int messages = Pace.of(args).run(2_000, turn -> letters[0] += read(turn));
    System.out.println(messages + " messages, " + letters[0] + " letters");
  }

  private static int read(int turn) {
    String topic = intern(new String(TOPICS[turn % TOPICS.length]));
    String number = intern("message-" + turn);
    return topic.length() + number.length();
  }

  private static String intern(String name) {
    String known = NAMES.putIfAbsent(name, name); // grows: interned-names
    return known == null ? name : known;
  }
}
