/** A map in a thread-local on pooled threads; the leaky one is never cleared between requests. */
package dev.heapdrift.samples.leaks.threadlocalmap;
