package dev.heapdrift.samples.orders.load;

/**
 * What the customers did.
 *
 * @param requests requests answered
 * @param failures visits that ended in an answer other than 2xx, or in none
 */
public record LoadReport(long requests, long failures) {}
