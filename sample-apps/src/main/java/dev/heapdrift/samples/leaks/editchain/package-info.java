/** Nodes that hold each other, without a collection: an editor's history of changes. */
package dev.heapdrift.samples.leaks.editchain;
