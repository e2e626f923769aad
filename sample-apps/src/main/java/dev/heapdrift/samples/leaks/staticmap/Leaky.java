package dev.heapdrift.samples.leaks.staticmap;

import dev.heapdrift.samples.leaks.Pace;
import java.util.HashMap;
import java.util.Map;

/**
 * Converts amounts between currencies and caches each answer under the whole request. The amount is
 * part of the key, so that almost nothing is ever found again.
 */
public final class Leaky {

  private static final String[] CURRENCIES = {"EUR", "USD", "GBP", "CHF", "SEK", "JPY"};

  private static final Map<Request, Long> CONVERSIONS = new HashMap<>();

  private Leaky() {}

  /** Converts 700 amounts a second. */
  public static void main(String[] args) throws InterruptedException {
    long[] sum = new long[1];
    int turns =
        Pace.of(args)
            .run(
                700,
                turn -> {
                  String from = CURRENCIES[turn % CURRENCIES.length];
                  String to = CURRENCIES[turn / 7 % CURRENCIES.length];
                  sum[0] += convert(new Request(from, to, 100 + turn));
                });
    System.out.println(turns + " conversions, checksum " + sum[0]);
  }

  private static long convert(Request request) {
    Long known = CONVERSIONS.get(request);
    if (known != null) {
      return known;
    }
    long converted = Math.round(request.cents() * rate(request.from(), request.to()));
    CONVERSIONS.put(request, converted); // grows: static-map
    return converted;
  }

  /** Stands for an expensive look-up. */
  private static double rate(String from, String to) {
    return (1 + from.hashCode() % 97) / (1.0 + to.hashCode() % 89);
  }

  private record Request(String from, String to, long cents) {}
}
