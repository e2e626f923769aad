/** A {@code WeakHashMap} for what belongs to a guest; the leaky one's values lead to the keys. */
package dev.heapdrift.samples.leaks.guestportraits;
