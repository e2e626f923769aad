/**
 * Objects that outlive their fellows, as the JVM's own flight recorder samples them: the only
 * evidence of leaks that no collection holds.
 *
 * <p>{@link dev.heapdrift.agent.survivors.Survivors} decides when to record and when to look;
 * {@code SampledPeriods} remembers what was seen, and when the recorder's queue is too full to go
 * on with; {@code JfrRecording} is the one class that starts the recorder, {@code SurvivorReader}
 * the one that reads its files, {@code ClassFacts} adds what they lack. In: {@code
 * jdk.OldObjectSample}. Out: {@link dev.heapdrift.agent.survivors.SurvivorSample}s, for the
 * snapshot.
 *
 * <p>Everything runs on the agent's thread, and only after premain has returned: starting the
 * recorder takes a fifth of a second. A recording of the user's own goes before ours. Names of
 * threads, which the recorder's files hold, are never read, and the files deleted at once.
 */
package dev.heapdrift.agent.survivors;
