/** A list in a long-lived object; the leaky one keeps what only its tail is asked for. */
package dev.heapdrift.samples.leaks.instancelist;
