/**
 * What the modules may know of each other, proved on the compiled classes of all of them; and what
 * must hold of all packages and pages.
 */
package dev.heapdrift.architecture;
