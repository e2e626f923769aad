/** Files to be deleted when the JVM ends; in the leaky one each job leaves its name behind. */
package dev.heapdrift.samples.leaks.spoolfiles;
