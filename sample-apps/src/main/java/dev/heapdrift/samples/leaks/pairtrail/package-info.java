/** Objects of which nothing shows who keeps them: the trail of a ship's positions. */
package dev.heapdrift.samples.leaks.pairtrail;
