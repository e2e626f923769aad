package dev.heapdrift.samples.orders.shop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the shop sells; loaded at start and never changed. */
final class Catalogue {

  private static final int PRODUCTS = 1_000;

  /** Units of a currency for one euro. */
  private static final Map<String, Double> RATES =
      Map.of("EUR", 1.0, "USD", 1.08, "GBP", 0.85, "CHF", 0.95, "SEK", 11.3);

  private final Map<String, Long> euroCents =
      IntStream.range(0, PRODUCTS)
          .boxed()
          .collect(
              Collectors.toMap(
                  i -> "sku-%04d".formatted(i), i -> 199L + 37L * i, Long::sum, TreeMap::new));

  /** Every article, in order. */
  List<String> skus() {
    return List.copyOf(euroCents.keySet());
  }

  /**
   * Computes a price; what the caches save.
   *
   * @throws IllegalArgumentException when the shop has no such article or currency
   */
  Price quote(String sku, String currency) {
    Long cents = euroCents.get(sku);
    Double rate = RATES.get(currency);
    if (cents == null || rate == null) {
      throw new IllegalArgumentException("no price for " + sku + " in " + currency);
    }
    return new Price(sku, currency, Math.round(cents * rate));
  }
}
