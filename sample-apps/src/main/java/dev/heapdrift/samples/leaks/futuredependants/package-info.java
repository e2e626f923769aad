/** Actions that wait for a future that does not complete while the program runs. */
package dev.heapdrift.samples.leaks.futuredependants;
