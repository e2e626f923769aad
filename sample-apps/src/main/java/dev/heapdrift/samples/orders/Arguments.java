package dev.heapdrift.samples.orders;

import dev.heapdrift.samples.orders.shop.Leak;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * The command line.
 *
 * @param leaks bugs to switch on
 * @param listLeaks only list them
 * @param port where to serve, or 0 for any free one
 * @param rate requests a second of the load driver, or 0 to serve without one
 * @param seconds how long it drives
 */
record Arguments(Set<Leak> leaks, boolean listLeaks, int port, int rate, int seconds) {

  static final String USAGE =
      "usage: java -jar heapdrift-samples.jar [--leak NAME]... [--list-leaks] [--port N]"
          + " [--drive REQUESTS_PER_SECOND [--seconds N]]";

  private static final int MAX_RATE = 2_000;
  private static final int MAX_SECONDS = 24 * 3_600;

  Arguments {
    leaks = Collections.unmodifiableSet(leaks);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  static Arguments parse(String... args) {
    Set<Leak> leaks = EnumSet.noneOf(Leak.class);
    boolean list = false;
    int port = 0;
    int rate = 0;
    int seconds = 30;
    Queue<String> rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--list-leaks" -> list = true;
        case "--leak" -> leaks.add(leak(value(option, rest)));
        case "--port" -> port = number(option, value(option, rest), 0, 65_535);
        case "--drive" -> rate = number(option, value(option, rest), 1, MAX_RATE);
        case "--seconds" -> seconds = number(option, value(option, rest), 1, MAX_SECONDS);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Arguments(leaks, list, port, rate, seconds);
  }

  private static String value(String option, Queue<String> rest) {
    String value = rest.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static Leak leak(String name) {
    return Leak.byId(name)
        .orElseThrow(
            () -> new IllegalArgumentException("no leak is called " + name + "; see --list-leaks"));
  }

  private static int number(String option, String text, int min, int max) {
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // as bad as a number out of range
    }
    throw new IllegalArgumentException(
        option + " takes a number from " + min + " to " + max + ", not " + text);
  }
}
