/** What the modules may know of each other, proved on the compiled classes of all of them. */
package dev.heapdrift.architecture;
