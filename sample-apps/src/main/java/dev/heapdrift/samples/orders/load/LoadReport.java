package dev.heapdrift.samples.orders.load;

/**
 * What the customers did.
 *
 * @param requests requests answered
 * @param failures of these, answers other than 2xx
 */
public record LoadReport(long requests, long failures) {}
