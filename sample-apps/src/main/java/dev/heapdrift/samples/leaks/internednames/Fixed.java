package dev.heapdrift.samples.leaks.internednames;

import dev.heapdrift.samples.leaks.Pace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the same messages, and interns what comes from a closed set: their topics. */
public final class Fixed {
  private static final String[] TOPICS = {"orders", "returns", "stock", "prices"};

  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private Fixed() {}

  /** Reads 2,000 messages a second. */
  public static void main(String[] args) throws InterruptedException {
    long[] letters = new long[1];
    int messages = Pace.of(args).run(2_000, turn -> letters[0] += read(turn));
    System.out.println(messages + " messages, " + letters[0] + " letters");
  }

  private static int read(int turn) {
    String topic = intern(new String(TOPICS[turn % TOPICS.length]));
    String number = "message-" + turn;
    return topic.length() + number.length();
  }

  private static String intern(String name) {
    String known = NAMES.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
