/**
 * Leaky applications and their fixed twins; plain JDK code that knows nothing of heapdrift.
 *
 * <p>{@code leaks} holds the smallest realistic program for each kind of leak, beside the same
 * program with the bug repaired; {@code traffic} such a pair whose load rises. {@code orders} is a
 * service with healthy caches, sessions and queues, in which leaks are switched on one by one.
 * {@code busy} is a healthy service in which each of the small programs can be hidden.
 *
 * <p>A line that feeds a leak ends in a comment {@code // grows: NAME}; the end-to-end tests look
 * for it, so that code may move.
 */
package dev.heapdrift.samples;
