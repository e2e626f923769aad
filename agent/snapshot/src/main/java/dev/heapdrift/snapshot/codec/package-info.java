/**
 * The snapshot file (.hds), writer beside reader. The format is specified in docs/format-hds.md.
 *
 * <p>In: a {@link dev.heapdrift.snapshot.Snapshot}; out: bytes with magic, version and framed,
 * checksummed blocks; and back. Reading never throws anything but {@link
 * dev.heapdrift.snapshot.codec.SnapshotFormatException}, which names the offset.
 *
 * <p>Stateless; each call works on its own buffers.
 */
package dev.heapdrift.snapshot.codec;
