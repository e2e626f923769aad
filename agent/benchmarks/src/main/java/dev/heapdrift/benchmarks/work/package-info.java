/**
 * What a measured child process runs. {@link dev.heapdrift.benchmarks.work.WorkServer} is its main
 * class: it makes one {@link dev.heapdrift.benchmarks.work.Workload} and, for each line on stdin,
 * repeats its unit for so long and answers how long one took. Between two requests nothing runs, so
 * that many such processes can be alive at once and take turns on one machine.
 *
 * <p>{@link dev.heapdrift.benchmarks.work.Workloads} lists them: six programs as they are found in
 * practice, five ways to allocate, and three programs that {@code programs.py} holds in Python too,
 * with the same answers. {@link dev.heapdrift.benchmarks.work.Presence} makes sure that the tool
 * that is measured does run.
 *
 * <p>Uses nothing of the packages that do the measuring.
 */
package dev.heapdrift.benchmarks.work;
