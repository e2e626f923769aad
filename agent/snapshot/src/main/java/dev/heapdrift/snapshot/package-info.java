/**
 * What one snapshot says, as immutable records: the contract between the agent, the API and the
 * analyzer. Start at {@link dev.heapdrift.snapshot.Snapshot}; {@code codec} turns it into a file
 * and back, {@code stats} sums its allocations, {@code ask} has the words to get one by.
 *
 * <p>No record holds a value of the application: only names of classes, methods and fields, counts
 * and sizes. What was not measured is null or -1, as each component says, and never guessed.
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
package dev.heapdrift.snapshot;
