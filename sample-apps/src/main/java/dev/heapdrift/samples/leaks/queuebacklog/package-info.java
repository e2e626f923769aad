/** An unbounded queue between two threads; in the leaky one the consumer cannot keep up. */
package dev.heapdrift.samples.leaks.queuebacklog;
