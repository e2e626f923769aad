/** Files to be deleted when the JVM ends; in the leaky one each job leaves the name of its own. */
package dev.heapdrift.samples.leaks.spoolfiles;
