package dev.heapdrift.samples.orders.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the prices that were asked for most recently, up to a fixed number. */
final class LruPriceCache implements PriceCache {

  private static final int CAPACITY = 500;

  private final Catalogue catalogue;
  private final Map<String, Price> prices = new RecentlyUsed();

  LruPriceCache(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Price price(String sku, String currency, String session) {
    String key = sku + '/' + currency;
    synchronized (prices) {
      return prices.computeIfAbsent(key, absent -> catalogue.quote(sku, currency));
    }
  }

  private static final class RecentlyUsed extends LinkedHashMap<String, Price> {
    private static final long serialVersionUID = 1;

    RecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Price> eldest) {
      return size() > CAPACITY;
    }
  }
}
