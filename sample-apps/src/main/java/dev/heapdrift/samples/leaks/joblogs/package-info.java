/** Files that are kept open: the logs of jobs that have failed. */
package dev.heapdrift.samples.leaks.joblogs;
