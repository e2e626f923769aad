/** Listeners in a copy-on-write list; in the leaky program closing a view leaves its listener. */
package dev.heapdrift.samples.leaks.listeners;
