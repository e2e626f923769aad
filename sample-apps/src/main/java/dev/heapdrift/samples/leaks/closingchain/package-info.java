/** Closures around closures: what is to be done when a desktop closes. */
package dev.heapdrift.samples.leaks.closingchain;
