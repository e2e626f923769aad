/** Class loaders that stay with all their classes: the versions of a plugin that is reloaded. */
package dev.heapdrift.samples.leaks.pluginloaders;
