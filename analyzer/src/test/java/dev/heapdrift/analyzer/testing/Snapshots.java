package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.WorkFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/**
 * Builds the snapshots of one run of one JVM, one a second by default, from containers whose size
 * is a function of time.
 *
 * <pre>{@code
 * List<Snapshot> run = Snapshots.lasting(30)
 *     .with("java.util.HashMap", c -> c.heldBy("com.app.Orders.CACHE")
 *         .size(t -> 1000 + 640 * t)
 *         .grownAt("java.util.HashMap.resize(HashMap.java:700)",
 *                  "com.app.Orders.find(Orders.java:42)"))
 *     .list();
 * }</pre>
 */
public final class Snapshots {
  private static final long MB = 1 << 20;

  private final int seconds;
  private final List<ContainerBuilder> containers = new ArrayList<>();
  private String startId = "testrun";
  private double interval = 1;
  private double idleFrom = Double.POSITIVE_INFINITY;
  private double backFrom = Double.POSITIVE_INFINITY;
  private DoubleUnaryOperator work;
  private final List<String> notSeen = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();

  private Snapshots(int seconds) {
    this.seconds = seconds;
  }

  /** A run of so many seconds. */
  public static Snapshots lasting(int seconds) {
    return new Snapshots(seconds);
  }

  /** Names the JVM's start; runs with different names are different JVMs. */
  public Snapshots startId(String id) {
    startId = id;
    return this;
  }

  /** Seconds from snapshot to snapshot. */
  public Snapshots every(double seconds) {
    interval = seconds;
    return this;
  }

  /** From when on the JVM allocates nothing, in seconds. */
  public Snapshots idleFrom(double seconds) {
    idleFrom = seconds;
    return this;
  }

  /** When the agent, switched off before, was switched on again, in seconds. */
  public Snapshots backFrom(double seconds) {
    backFrom = seconds;
    return this;
  }

  /** Has the application count its work: units done until a second. */
  public Snapshots working(DoubleUnaryOperator units) {
    work = units;
    return this;
  }

  /** Something the run could not observe. */
  public Snapshots notSeen(String sentence) {
    notSeen.add(sentence);
    return this;
  }

  /** Something given up for want of room. */
  public Snapshots dropped(String bound, long count) {
    drops.add(new Drop(bound, count));
    return this;
  }

  /** Adds a container; ids are given in order, from 1. */
  public Snapshots with(String type, Consumer<ContainerBuilder> describe) {
    ContainerBuilder container = new ContainerBuilder(containers.size() + 1L, type);
    describe.accept(container);
    containers.add(container);
    return this;
  }

  /** The snapshots, oldest first. */
  public List<Snapshot> list() {
    List<Snapshot> snapshots = new ArrayList<>();
    int count = (int) Math.floor(seconds / interval);
    for (int i = 1; i <= count; i++) {
      snapshots.add(at(i, i * interval, i == count));
    }
    return snapshots;
  }

  private Snapshot at(int sequence, double second, boolean last) {
    List<List<Frame>> stacks = new ArrayList<>();
    List<ContainerFacts> alive = new ArrayList<>();
    for (ContainerBuilder container : containers) {
      if (container.livesAt(second)) {
        alive.add(container.at(second, stacks));
      }
    }
    double worked = Math.min(second, idleFrom);
    long started = second < backFrom ? 100 : Math.round(backFrom * 1000);
    CaptureFacts capture =
        new CaptureFacts(
            sequence,
            last ? Trigger.EXIT : Trigger.INTERVAL,
            Math.round(second * 1000),
            (long) (50 * MB + worked * MB),
            50 * MB,
            (long) (worked / 2));
    return new Snapshot(
            new JvmFacts(startId, 1_700_000_000_000L, "17.0.15", "OpenJDK", "G1", 512 * MB, 2),
            capture,
            new AgentFacts("0.1.0", "watch", started, Map.of("interval", interval + "s")),
            stacks,
            alive,
            List.of(new CostFacts("snapshot", sequence, 1_000_000L, 900_000, 1_000_000, 1_000_000)),
            drops,
            notSeen)
        .withWork(workAt(second));
  }

  private WorkFacts workAt(double second) {
    return work == null
        ? null
        : new WorkFacts(
            "com.app:type=Checkout#paid",
            List.of(
                new SizePoint(Math.round(second * 1000), Math.round(work.applyAsDouble(second)))));
  }
}
