/**
 * Customers for the order service: a few threads that visit it over HTTP at a steady pace and for a
 * bounded time. Knows the service by its address only.
 */
package dev.heapdrift.samples.orders.load;
