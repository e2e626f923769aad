/** A static map used as a cache; the leaky one is keyed by what no two requests share. */
package dev.heapdrift.samples.leaks.staticmap;
