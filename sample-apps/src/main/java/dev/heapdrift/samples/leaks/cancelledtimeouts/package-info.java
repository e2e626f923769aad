/** Timeouts that are cancelled when the answer comes; the leaky scheduler keeps them until due. */
package dev.heapdrift.samples.leaks.cancelledtimeouts;
