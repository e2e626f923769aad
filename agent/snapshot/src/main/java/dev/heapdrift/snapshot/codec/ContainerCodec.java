package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Owner.Limit;
import dev.heapdrift.snapshot.SizePoints;
import dev.heapdrift.snapshot.ZoomFacts;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads a container. Its bytes are preceded by their number, so that a later version can
 * add fields behind the last that an older reader knows.
 */
final class ContainerCodec {
  private static final Structure[] STRUCTURES = Structure.values();
  private static final ZoomFacts.Access[] ACCESSES = ZoomFacts.Access.values();
  private static final Owner.Kind[] OWNER_KINDS = Owner.Kind.values();

  /** Least bytes of a point in the file: two numbers. */
  private static final int BYTES_OF_A_POINT = 2;

  private ContainerCodec() {}

  static void write(ContainerFacts container, ByteSink out, WriteTables tables) {
    out.zigzag(container.id());
    out.varint(tables.string(container.type()));
    out.constant(container.structure());
    writeOwner(container.owner(), out, tables);
    out.zigzag(container.noticedMillis());
    out.zigzag(container.lastGrowthMillis());
    out.zigzag(container.ageGcs());
    out.zigzag(container.growths());
    out.zigzag(container.size());
    out.zigzag(container.sizeReadMillis());
    out.zigzag(container.capacity());
    out.float64(container.bytesPerEntry());
    writeHistory(container.history(), out);
    out.varint(container.growthSites().size());
    for (GrowthSite site : container.growthSites()) {
      out.varint(site.stack());
      out.zigzag(site.growths());
    }
    out.varint(container.insertions().size());
    for (InsertionSite site : container.insertions()) {
      out.varint(tables.frame(site.site()));
      out.varint(tables.string(site.callee()));
      out.zigzag(site.count());
    }
    out.varint(container.elements().size());
    for (ElementShare element : container.elements()) {
      out.varint(tables.string(element.type()));
      out.float64(element.share());
    }
    writeLimit(container.owner(), out, tables);
    writeNature(container.nature(), out);
    if (container.zoom() != null) {
      writeZoom(container.zoom(), out, tables);
    }
  }

  /** What comes behind the elements is absent where an older agent wrote. */
  static ContainerFacts read(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    ContainerFacts bare = readBare(in, tables);
    if (in.left() == 0) {
      return bare;
    }
    Limit limit = readLimit(in, tables);
    Owner owner = bare.owner() == null ? null : bare.owner().withLimit(limit);
    return bare.with(owner, readNature(in), in.left() == 0 ? null : readZoom(in, tables));
  }

  private static ContainerFacts readBare(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    return new ContainerFacts(
        in.zigzag(),
        tables.string(in),
        in.constant(STRUCTURES),
        readOwner(in, tables),
        in.zigzag(),
        in.zigzag(),
        in.int32(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.float64(),
        readHistory(in),
        readGrowthSites(in, tables),
        readInsertions(in, tables),
        readElements(in, tables),
        null,
        null);
  }

  // The path's reference, 0 for no owner; then its kind and holder.
  static void writeOwner(Owner owner, ByteSink out, WriteTables tables) {
    if (owner == null) {
      out.varint(0);
      return;
    }
    out.varint(tables.string(owner.path()));
    out.constant(owner.kind());
    out.varint(tables.string(owner.holder()));
  }

  static Owner readOwner(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    String path = tables.stringOrNull(in);
    return path == null ? null : new Owner(path, in.constant(OWNER_KINDS), tables.stringOrNull(in));
  }

  // Who declares it, 0 for nobody; then the number.
  private static void writeLimit(Owner owner, ByteSink out, WriteTables tables) {
    Limit limit = owner == null ? null : owner.limit();
    out.varint(tables.string(limit == null ? null : limit.declaredBy()));
    if (limit != null) {
      out.zigzag(limit.entries());
    }
  }

  private static Limit readLimit(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    String declaredBy = tables.stringOrNull(in);
    return declaredBy == null ? null : new Limit(declaredBy, in.zigzag());
  }

  // Each point as its distance from the one before.
  static void writeHistory(List<SizePoint> history, ByteSink out) {
    out.varint(history.size());
    long uptime = 0;
    long size = 0;
    for (SizePoint point : history) {
      out.zigzag(point.uptimeMillis() - uptime);
      out.zigzag(point.size() - size);
      uptime = point.uptimeMillis();
      size = point.size();
    }
  }

  static List<SizePoint> readHistory(ByteSource in) throws SnapshotFormatException {
    long[] history = new long[2 * in.count(BYTES_OF_A_POINT)];
    long uptime = 0;
    long size = 0;
    for (int i = 0; i < history.length; i += 2) {
      uptime += in.zigzag();
      size += in.zigzag();
      history[i] = uptime;
      history[i + 1] = size;
    }
    return SizePoints.of(history);
  }

  private static List<GrowthSite> readGrowthSites(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    GrowthSite[] sites = new GrowthSite[in.count()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = new GrowthSite(in.index(tables.stacks().size(), "a stack"), in.zigzag());
    }
    return List.of(sites);
  }

  private static List<InsertionSite> readInsertions(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    InsertionSite[] sites = new InsertionSite[in.count()];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = new InsertionSite(tables.frame(in), tables.string(in), in.zigzag());
    }
    return List.of(sites);
  }

  private static List<ElementShare> readElements(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    ElementShare[] elements = new ElementShare[in.count()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = new ElementShare(tables.string(in), in.float64());
    }
    return List.of(elements);
  }

  // Whether it is known; then its shares.
  private static void writeNature(ElementNature nature, ByteSink out) {
    out.varint(nature == null ? 0 : 1);
    if (nature != null) {
      out.float64(nature.cancelled());
      out.float64(nature.throwables());
      out.float64(nature.ownKeys());
    }
  }

  private static ElementNature readNature(ByteSource in) throws SnapshotFormatException {
    boolean known = in.left() > 0 && in.index(2, "a flag") == 1;
    return known ? new ElementNature(in.float64(), in.float64(), in.float64()) : null;
  }

  private static void writeZoom(ZoomFacts zoom, ByteSink out, WriteTables tables) {
    out.zigzag(zoom.sinceMillis());
    out.varint(zoom.accesses().size());
    for (AccessSite site : zoom.accesses()) {
      out.varint(tables.frame(site.site()));
      out.varint(tables.string(site.callee()));
      out.constant(site.access());
      out.zigzag(site.calls());
      out.zigzag(site.found());
    }
    out.varint(zoom.counterparts().size());
    for (Counterpart counterpart : zoom.counterparts()) {
      out.varint(tables.frame(counterpart.inserter()));
      out.varint(tables.frame(counterpart.method()));
      out.zigzag(counterpart.executions());
    }
  }

  private static ZoomFacts readZoom(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    long since = in.zigzag();
    int sites = in.count();
    List<AccessSite> accesses = new ArrayList<>(sites);
    for (int i = 0; i < sites; i++) {
      accesses.add(
          new AccessSite(
              tables.frame(in),
              tables.string(in),
              in.constant(ACCESSES),
              in.zigzag(),
              in.zigzag()));
    }
    int methods = in.count();
    List<Counterpart> counterparts = new ArrayList<>(methods);
    for (int i = 0; i < methods; i++) {
      counterparts.add(new Counterpart(tables.frame(in), tables.frame(in), in.zigzag()));
    }
    return new ZoomFacts(since, accesses, counterparts);
  }
}
