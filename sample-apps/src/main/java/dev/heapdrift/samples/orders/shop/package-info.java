/**
 * The business of the order service: catalogue, prices, orders, sessions, audit.
 *
 * <p>{@link dev.heapdrift.samples.orders.shop.Shop} is the way in and wires everything else. Each
 * part that can leak is an interface with one healthy implementation and one that has a bug seen in
 * real services; {@link dev.heapdrift.samples.orders.shop.Leak} names the bugs.
 *
 * <p>Everything may be called from any thread.
 */
package dev.heapdrift.samples.orders.shop;
