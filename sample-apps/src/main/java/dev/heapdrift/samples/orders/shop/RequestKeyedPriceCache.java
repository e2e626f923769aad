package dev.heapdrift.samples.orders.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bug: the key holds the session, so that every visitor adds the same prices again, and nothing
 * takes them out when the session ends.
 */
final class RequestKeyedPriceCache implements PriceCache {

  private static final Map<String, Price> PRICES = new ConcurrentHashMap<>();

  private final Catalogue catalogue;

  RequestKeyedPriceCache(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Price price(String sku, String currency, String session) {
    String key = sku + '/' + currency + '/' + session;
    Price price = PRICES.get(key);
    if (price == null) {
      price = catalogue.quote(sku, currency);
      PRICES.put(key, price); // grows: price-cache
    }
    return price;
  }
}
