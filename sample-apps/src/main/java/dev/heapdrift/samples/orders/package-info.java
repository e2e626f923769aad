/**
 * A small order service, as a program: {@link dev.heapdrift.samples.orders.Main} wires a {@code
 * shop} (the business) behind a {@code web} server and may drive it with {@code load} over HTTP.
 *
 * <pre>
 * load --HTTP--> web -> shop
 * </pre>
 *
 * <p>Healthy unless a {@link dev.heapdrift.samples.orders.shop.Leak} is switched on.
 */
package dev.heapdrift.samples.orders;
