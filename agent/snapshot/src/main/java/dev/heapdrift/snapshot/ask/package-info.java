/**
 * The words in which a running agent is asked, by the API in its own JVM and by the analyzer in
 * another one. Only their texts cross from one class loader or process to the other, so each side
 * may be of another build: a {@link dev.heapdrift.snapshot.ask.Verb} that the agent does not know
 * is answered by a line that says so.
 *
 * <p>Immutable; the JDK only.
 */
package dev.heapdrift.snapshot.ask;
