package dev.heapdrift.samples.leaks.staticmap;

import dev.heapdrift.samples.leaks.Pace;
import java.util.HashMap;
import java.util.Map;

/** Converts the same amounts, and caches what they have in common: the rate of each pair. */
public final class Fixed {

  private static final String[] CURRENCIES = {"EUR", "USD", "GBP", "CHF", "SEK", "JPY"};

  private static final Map<Pair, Double> RATES = new HashMap<>();

  private Fixed() {}

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
                  sum[0] += convert(from, to, 100 + turn);
                });
    System.out.println(turns + " conversions, checksum " + sum[0]);
  }

  private static long convert(String from, String to, long cents) {
    double rate = RATES.computeIfAbsent(new Pair(from, to), Fixed::rate);
    return Math.round(cents * rate);
  }

  /** Stands for an expensive look-up. */
  private static double rate(Pair pair) {
    return (1 + pair.from().hashCode() % 97) / (1.0 + pair.to().hashCode() % 89);
  }

  private record Pair(String from, String to) {}
}
