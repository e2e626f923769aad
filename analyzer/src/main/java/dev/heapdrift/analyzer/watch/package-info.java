/**
 * A running JVM as {@code heapdrift watch} shows it, again and again.
 *
 * <p>{@link dev.heapdrift.analyzer.watch.JvmSampler} has the agent write snapshots into a folder of
 * its own, judges the newest of them, and hands out a {@link
 * dev.heapdrift.analyzer.watch.WatchView}. {@link dev.heapdrift.analyzer.watch.ViewState} is what
 * the keys have chosen; {@link dev.heapdrift.analyzer.watch.Keyboard} reads them one by one from a
 * terminal. One thread.
 */
package dev.heapdrift.analyzer.watch;
