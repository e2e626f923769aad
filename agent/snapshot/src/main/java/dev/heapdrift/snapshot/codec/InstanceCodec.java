package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.InstanceFacts;

/** Writes and reads a group of instances, preceded by the number of its bytes as a container is. */
final class InstanceCodec {
  private static final InstanceFacts.Kind[] KINDS = InstanceFacts.Kind.values();

  private InstanceCodec() {}

  static void write(InstanceFacts instances, ByteSink out, WriteTables tables) {
    out.constant(instances.kind());
    out.varint(tables.string(instances.type()));
    out.varint(instances.stack());
    out.zigzag(instances.made());
    out.zigzag(instances.ended());
    out.zigzag(instances.bytes());
    ContainerCodec.writeOwner(instances.owner(), out, tables);
    ContainerCodec.writeHistory(instances.history(), out);
  }

  static InstanceFacts read(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new InstanceFacts(
        in.constant(KINDS),
        tables.string(in),
        in.index(tables.stacks().size(), "a stack"),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        ContainerCodec.readOwner(in, tables),
        ContainerCodec.readHistory(in));
  }
}
