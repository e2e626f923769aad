/** Pieces on a map by position; in the leaky one a piece that has moved is not found again. */
package dev.heapdrift.samples.leaks.movedpieces;
