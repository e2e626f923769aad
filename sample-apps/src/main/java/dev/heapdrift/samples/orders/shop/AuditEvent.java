package dev.heapdrift.samples.orders.shop;

/**
 * Somebody did something.
 *
 * @param atMillis when, in ms since the epoch
 * @param who the customer, or {@code anonymous}
 * @param what in a few words
 */
record AuditEvent(long atMillis, String who, String what) {}
