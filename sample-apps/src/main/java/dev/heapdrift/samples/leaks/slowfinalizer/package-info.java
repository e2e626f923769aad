/** Pages that give their buffer back late: by finalizers, which cannot keep up, or by closing. */
package dev.heapdrift.samples.leaks.slowfinalizer;
