/**
 * Leaky applications and their fixed twins; plain JDK code that knows nothing of heapdrift.
 */
package dev.heapdrift.samples;
