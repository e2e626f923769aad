package dev.heapdrift.samples.orders.shop;

/**
 * What one piece costs.
 *
 * @param sku of what
 * @param currency three letters
 * @param cents price in cents of the currency
 */
public record Price(String sku, String currency, long cents) {}
