package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.ZoomFacts;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Describes one container of a {@link Snapshots} run. */
public final class ContainerBuilder {
  private final long id;
  private final String type;
  private final Map<List<Frame>, Long> growths = new LinkedHashMap<>();
  private final List<Inserted> insertions = new ArrayList<>();
  private final List<ElementShare> elements = new ArrayList<>();
  private Structure structure = Structure.MAP;
  private final List<AccessSite> accesses = new ArrayList<>();
  private final List<Counterpart> counterparts = new ArrayList<>();
  private ElementNature nature;
  private Owner owner;
  private DoubleUnaryOperator size = t -> 2048;
  private double bytesPerEntry = -1;
  private double from;
  private double until = Double.POSITIVE_INFINITY;
  private int collections = 10;
  private boolean zoomed;

  private record Inserted(Frame site, String callee, DoubleUnaryOperator bySecond) {

    InsertionSite at(double second) {
      return new InsertionSite(site, callee, Math.round(bySecond.applyAsDouble(second)));
    }
  }

  ContainerBuilder(long id, String type) {
    this.id = id;
    this.type = type;
  }

  /** How it stores its entries; a map unless said otherwise. */
  public ContainerBuilder structure(Structure kind) {
    structure = kind;
    return this;
  }

  /** Held by a static field, {@code com.app.Orders.CACHE}. */
  public ContainerBuilder heldBy(String field) {
    return heldBy("static " + field, Owner.Kind.STATIC, field);
  }

  /** Held in any other way. */
  public ContainerBuilder heldBy(String path, Owner.Kind kind, String holder) {
    owner = new Owner(path, kind, holder);
    return this;
  }

  /** Its owner, given before, declares a limit. */
  public ContainerBuilder limitedBy(String field, long entries) {
    owner = owner.withLimit(new Owner.Limit(field, entries));
    return this;
  }

  /** Its size by JVM uptime in seconds. */
  public ContainerBuilder size(DoubleUnaryOperator bySecond) {
    size = bySecond;
    return this;
  }

  /** What an entry adds, in bytes. */
  public ContainerBuilder bytesPerEntry(double bytes) {
    bytesPerEntry = bytes;
    return this;
  }

  /** When it was noticed and when it is gone, in seconds of JVM uptime. */
  public ContainerBuilder alive(double fromSecond, double untilSecond) {
    from = fromSecond;
    until = untilSecond;
    return this;
  }

  /** Collections it has survived at the end. */
  public ContainerBuilder collections(int count) {
    collections = count;
    return this;
  }

  /** A stack it grew in once, most recent frame first, as frames are printed. */
  public ContainerBuilder grownAt(String... frames) {
    return grownAt(1, frames);
  }

  /** A stack it grew in so many times. */
  public ContainerBuilder grownAt(long times, String... frames) {
    growths.merge(Frames.parse(frames), times, Long::sum);
    return this;
  }

  /** Insertions counted at a line. */
  public ContainerBuilder inserted(String site, String callee, long count) {
    insertions.add(new Inserted(Frames.parse(site), callee, second -> count));
    return this;
  }

  /** Insertions counted at a line, by JVM uptime in seconds: the zoom came when it was noticed. */
  public ContainerBuilder inserted(String site, String callee, DoubleUnaryOperator bySecond) {
    insertions.add(new Inserted(Frames.parse(site), callee, bySecond));
    zoomed = true;
    return this;
  }

  /** Lookups or removals counted at a line, and how many found an entry. */
  public ContainerBuilder used(String site, String callee, Access access, long calls, long found) {
    accesses.add(new AccessSite(Frames.parse(site), callee, access, calls, found));
    return this;
  }

  /** A method that should take out what another puts in. */
  public ContainerBuilder counterpart(String inserter, String method, long executions) {
    counterparts.add(new Counterpart(Frames.parse(inserter), Frames.parse(method), executions));
    return this;
  }

  /** A class among its sampled elements. */
  public ContainerBuilder element(String elementType, double share) {
    elements.add(new ElementShare(elementType, share));
    return this;
  }

  /** What its sampled elements are besides: shares of the cancelled, throwables and own keys. */
  public ContainerBuilder nature(double cancelled, double throwables, double ownKeys) {
    nature = new ElementNature(cancelled, throwables, ownKeys);
    return this;
  }

  boolean livesAt(double second) {
    return second >= from && second < until;
  }

  ContainerFacts at(double second, List<List<Frame>> stacks) {
    List<GrowthSite> sites = new ArrayList<>();
    growths.forEach(
        (stack, count) -> {
          if (!stacks.contains(stack)) {
            stacks.add(stack);
          }
          sites.add(new GrowthSite(stacks.indexOf(stack), count));
        });
    long entries = Math.max(0, Math.round(size.applyAsDouble(second)));
    long now = Math.round(second * 1000);
    return new ContainerFacts(
        id,
        type,
        structure,
        owner,
        Math.round(from * 1000),
        now,
        collections,
        growths.values().stream().mapToLong(Long::longValue).sum(),
        entries,
        now,
        Math.max(1024, Long.highestOneBit(Math.max(1, entries)) * 2),
        bytesPerEntry,
        List.of(),
        sites,
        insertions.stream().map(all -> all.at(second)).toList(),
        elements,
        nature,
        zoomed || !accesses.isEmpty() || !counterparts.isEmpty()
            ? new ZoomFacts(Math.round(from * 1000), accesses, counterparts)
            : null);
  }
}
