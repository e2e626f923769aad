package dev.heapdrift.samples.orders.shop;

/**
 * An order.
 *
 * @param id unique in this shop
 * @param customer who ordered
 * @param sku what
 * @param quantity how many
 * @param cents price in all, in cents of the currency
 * @param shipped whether it has left
 */
public record Order(
    long id, String customer, String sku, int quantity, long cents, boolean shipped) {

  Order asShipped() {
    return new Order(id, customer, sku, quantity, cents, true);
  }
}
