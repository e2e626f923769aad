package dev.heapdrift.agent.jmx;

import java.util.List;

/**
 * The agent as JMX shows it. Every method asks the agent's thread and waits for it, at most half a
 * minute, and for findings two minutes; where the agent cannot do as asked an {@link
 * IllegalStateException} says why in one line.
 */
public interface HeapdriftMXBean {

  /** How the agent is doing. */
  StatusView getStatus();

  /** The level in force: off, watch, sample or exact. */
  String getLevel();

  /** Changes the level; off takes every hook out and keeps the agent asleep. */
  void setLevel(String level);

  /** Takes every hook out and keeps the agent asleep: level off. */
  void stop();

  /** Wakes the agent at the level at which {@link #stop} found it; else at level watch. */
  void start();

  /** Writes a snapshot into the agent's folder and returns the file. */
  String takeSnapshot();

  /** The same after a full collection, which stops the application. */
  String takeSnapshotAfterCollection();

  /**
   * The figures that the file of metrics holds, as of now.
   *
   * @param most values of each metric that has one for each place of the program
   */
  List<MetricView> statistics(int most);

  /**
   * Takes a snapshot, and has the analyzer judge the newest ones of this run inside this JVM. It is
   * loaded for that and gone afterwards; who asks meanwhile gets the same answer.
   */
  FindingsView findings();

  /** Takes the agent out of the JVM; this bean goes with it. */
  void detach();
}
