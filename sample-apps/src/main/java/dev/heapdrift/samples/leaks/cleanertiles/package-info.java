/** Objects that their own cleaning action keeps alive: the tiles of a map viewer. */
package dev.heapdrift.samples.leaks.cleanertiles;
