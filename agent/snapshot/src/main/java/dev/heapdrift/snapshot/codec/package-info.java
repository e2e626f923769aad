/**
 * The snapshot file (.hds), writer beside reader. The format is specified in docs/format-hds.md.
 *
 * <p>In: a {@link dev.heapdrift.snapshot.Snapshot}; out: bytes with magic, version and framed,
 * checksummed blocks; and back. All damage of a file becomes a {@link
 * dev.heapdrift.snapshot.codec.SnapshotFormatException}, which names the offset; what precedes the
 * damage can still be read ({@link dev.heapdrift.snapshot.codec.Reading}).
 *
 * <p>Start at SnapshotWriter and SnapshotReader. Layers, writer beside reader: blocks (BlockWriter,
 * BlockReader), tables (WriteTables, ReadTables), records (FactsCodec, ContainerCodec,
 * AllocationCodec), primitive types (ByteSink, ByteSource).
 *
 * <p>Stateless; each call works on its own buffers.
 */
package dev.heapdrift.snapshot.codec;
