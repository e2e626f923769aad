/** An interner of strings; the leaky one interns what no two messages share. */
package dev.heapdrift.samples.leaks.internednames;
