/** Exceptions that no collection holds: each refers to the one before as its cause. */
package dev.heapdrift.samples.leaks.causechain;
