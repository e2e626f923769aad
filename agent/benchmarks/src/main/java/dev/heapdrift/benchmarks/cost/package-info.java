/**
 * What each level costs, beside other tools and beside Python's tracemalloc. {@link
 * dev.heapdrift.benchmarks.cost.CostSuite} is the main class. A {@link
 * dev.heapdrift.benchmarks.cost.Contender} is one command; a {@link
 * dev.heapdrift.benchmarks.cost.ProcessSet} has all of them alive at once and lets them work in
 * turns; its {@link dev.heapdrift.benchmarks.cost.Turns} become ratios to the contender without any
 * tool, turn by turn, one median a set, and over all sets a median with its interval.
 *
 * <p>Four parts print Markdown to stdout: {@code WorkloadPart}, {@code AllocationPart}, {@code
 * LiveObjectPart}, {@code LanguagePart}. What runs in the children stands in {@code
 * dev.heapdrift.benchmarks.work}. All files are in one temporary folder, which is deleted at the
 * end. One thread.
 */
package dev.heapdrift.benchmarks.cost;
