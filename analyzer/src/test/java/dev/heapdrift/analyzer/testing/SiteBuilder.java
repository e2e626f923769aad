package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Adds to the snapshots of a run what is known of allocation sites: survivors, which the last one
 * carries, traces, and collections.
 */
public final class SiteBuilder {
  private static final int BYTES = 32;
  private static final int BUFFER_BYTES = 4096;
  private static final int ENDED = 7;

  private final Snapshots run;
  private final List<Made> survivors = new ArrayList<>();
  private final List<Traced> traces = new ArrayList<>();
  private final List<GcFacts> gcs = new ArrayList<>();

  private final List<Instances> instances = new ArrayList<>();

  private record Instances(
      Kind kind, String type, Owner owner, DoubleUnaryOperator live, List<Frame> stack) {}

  private record Made(String type, boolean linked, List<Double> births, List<Frame> stack) {}

  private record Traced(String type, DoubleUnaryOperator live, long perSample, List<Frame> stack) {
    Estimate at(double second) {
      long count = Math.round(live.applyAsDouble(second));
      if (perSample == 1) {
        return Estimate.counted(count * BYTES, count);
      }
      long samples = count / perSample;
      double error = Math.sqrt((double) samples) * perSample;
      return new Estimate(count * BYTES, count, BYTES * error, error, samples);
    }
  }

  /** The recorder of the agent in these runs begins a second after it. */
  private static final long SAMPLED_FROM = 1_100;

  private static final int ROOM = 256;

  private final List<SurvivorPeriod> periods = new ArrayList<>();

  private SiteBuilder(Snapshots run) {
    this.run = run;
  }

  /** Begins with the snapshots of a run. */
  public static SiteBuilder of(Snapshots run) {
    return new SiteBuilder(run);
  }

  /**
   * Objects that survived.
   *
   * @param type their class
   * @param count how many were sampled
   * @param born when the one was born, in seconds, of which so large a part, 0 to 1, is older
   * @param stack where, most recent frame first
   */
  public SiteBuilder survivors(String type, int count, DoubleUnaryOperator born, String... stack) {
    return survivors(type, false, count, born, stack);
  }

  /** The same of objects that can hold each other. */
  public SiteBuilder nodes(String type, int count, DoubleUnaryOperator born, String... stack) {
    return survivors(type, true, count, born, stack);
  }

  /** A period of sampling, in seconds; without any, one from the agent's start to the end. */
  public SiteBuilder sampled(double from, double asked) {
    periods.add(new SurvivorPeriod(Math.round(from * 1000), Math.round(asked * 1000), ROOM));
    return this;
  }

  private SiteBuilder survivors(
      String type, boolean linked, int count, DoubleUnaryOperator born, String... stack) {
    List<Double> births = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      births.add(born.applyAsDouble((i + 0.5) / count));
    }
    survivors.add(new Made(type, linked, births, Frames.parse(stack)));
    return this;
  }

  /** Threads, loaders, buffers or resources, so many of them alive at each second. */
  public SiteBuilder instances(
      Kind kind, String type, DoubleUnaryOperator bySecond, String... stack) {
    return instances(kind, type, null, bySecond, stack);
  }

  /** The same, held by something. */
  public SiteBuilder instances(
      Kind kind, String type, Owner owner, DoubleUnaryOperator bySecond, String... stack) {
    instances.add(new Instances(kind, type, owner, bySecond, Frames.parse(stack)));
    return this;
  }

  /** Objects traced, so many of them alive at each second. */
  public SiteBuilder live(String type, DoubleUnaryOperator bySecond, String... stack) {
    traces.add(new Traced(type, bySecond, 1, Frames.parse(stack)));
    return this;
  }

  /** The same, estimated: one sample for so many objects. */
  public SiteBuilder estimated(
      String type, long perSample, DoubleUnaryOperator bySecond, String... stack) {
    traces.add(new Traced(type, bySecond, perSample, Frames.parse(stack)));
    return this;
  }

  /** Old collections every so many seconds, and the MB that each left. */
  public SiteBuilder oldCollections(double every, double until, DoubleUnaryOperator leftMegabytes) {
    for (double t = every; t <= until; t += every) {
      long left = (long) (leftMegabytes.applyAsDouble(t) * (1 << 20));
      gcs.add(new GcFacts(Math.round(t * 1000), Generation.OLD, 20_000_000, left));
    }
    return this;
  }

  /** A young collection each second. */
  public SiteBuilder youngCollections(double until) {
    for (double t = 0.5; t <= until; t++) {
      gcs.add(new GcFacts(Math.round(t * 1000), Generation.YOUNG, 2_000_000, 1 << 20));
    }
    return this;
  }

  /** The snapshots, oldest first. */
  public List<Snapshot> list() {
    List<Snapshot> all = new ArrayList<>();
    List<Snapshot> plain = run.list();
    for (int i = 0; i < plain.size(); i++) {
      all.add(with(plain.get(i), i == plain.size() - 1));
    }
    return all;
  }

  private Snapshot with(Snapshot plain, boolean last) {
    List<List<Frame>> stacks = new ArrayList<>(plain.stacks());
    List<Survivor> survived = new ArrayList<>();
    long uptime = plain.capture().uptimeMillis();
    if (last) {
      for (Made made : survivors) {
        for (double birth : made.births()) {
          survived.add(survivor(made, birth, stacks.size()));
        }
        stacks.add(made.stack());
      }
    }
    AllocationFacts facts = traces.isEmpty() ? null : allocations(uptime, stacks);
    return new Snapshot(
        plain.jvm(),
        plain.capture(),
        plain.agent(),
        stacks,
        plain.containers(),
        facts,
        survived,
        survived.isEmpty() ? List.of() : periods(uptime),
        instances(uptime, stacks),
        gcs.stream().filter(gc -> gc.uptimeMillis() <= uptime).toList(),
        plain.work(),
        plain.costs(),
        plain.drops(),
        plain.notSeen());
  }

  private List<SurvivorPeriod> periods(long uptime) {
    return periods.isEmpty()
        ? List.of(new SurvivorPeriod(SAMPLED_FROM, uptime, ROOM))
        : List.copyOf(periods);
  }

  private List<InstanceFacts> instances(long uptime, List<List<Frame>> stacks) {
    List<InstanceFacts> facts = new ArrayList<>();
    for (Instances each : instances) {
      long live = Math.round(each.live().applyAsDouble(uptime / 1000.0));
      facts.add(
          new InstanceFacts(
              each.kind(),
              each.type(),
              stacks.size(),
              live + ENDED,
              ENDED,
              each.kind() == Kind.DIRECT_BUFFER ? live * BUFFER_BYTES : 0,
              each.owner(),
              List.of(new SizePoint(uptime, live))));
      stacks.add(each.stack());
    }
    return facts;
  }

  private static Survivor survivor(Made made, double birth, int stack) {
    return new Survivor(stack, made.type(), Math.round(birth * 1000), -1, -1, made.linked());
  }

  private AllocationFacts allocations(long uptime, List<List<Frame>> stacks) {
    List<AllocationTrace> live = new ArrayList<>();
    for (Traced traced : traces) {
      Estimate estimate = traced.at(uptime / 1000.0);
      live.add(
          new AllocationTrace(
              stacks.size(),
              traced.stack().size(),
              traced.type(),
              estimate,
              Estimate.NOTHING,
              estimate,
              estimate,
              List.of(),
              0,
              uptime));
      stacks.add(traced.stack());
    }
    return new AllocationFacts(32, 1, 0, 0, 0, 0, 0, 0, 0, live);
  }
}
