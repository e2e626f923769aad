package dev.heapdrift.samples.orders.shop;

/** Prices that were asked for before. */
interface PriceCache {

  /**
   * The price, computed when it is not cached.
   *
   * @param session the visitor's session, for prices that depend on the customer some day
   */
  Price price(String sku, String currency, String session);
}
