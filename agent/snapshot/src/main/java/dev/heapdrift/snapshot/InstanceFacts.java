package dev.heapdrift.snapshot;

import java.util.List;

/**
 * Instances of one class that were made, or started, with one stack: threads, class loaders,
 * buffers outside the heap, things that are to be closed, or that a Cleaner cleans up after.
 *
 * @param kind what they are
 * @param type their class, such as {@code com.app.Worker} or {@code java.nio.DirectByteBuffer}
 * @param stack index into {@link Snapshot#stacks()}
 * @param made how many were noticed so far; of a storm of them only a part is, which for what a
 *     Cleaner cleans up after counts for all
 * @param ended those that have ended, were closed, freed or collected
 * @param bytes native memory of the live ones in bytes; 0 but for buffers
 * @param owner who holds most of a sample of the live ones, or null when the walk has not found out
 * @param history live ones over time, oldest first, at most 64 points: threads as they were, of all
 *     others those only that a collection has left alive
 */
public record InstanceFacts(
    Kind kind,
    String type,
    int stack,
    long made,
    long ended,
    long bytes,
    Owner owner,
    List<ContainerFacts.SizePoint> history) {

  /** Copies the history. */
  public InstanceFacts {
    history = SizePoints.copyOf(history);
  }

  /** Noticed ones that have not ended, those included that no collection has tested yet. */
  public long live() {
    return made - ended;
  }

  /** What is followed by the place where it is made. The order is part of the file format. */
  public enum Kind {
    /** A platform thread, from its start to its end. */
    THREAD,
    /** A class loader, until it is collected. */
    CLASS_LOADER,
    /** A buffer outside the heap, direct or mapped, until it is freed or collected. */
    DIRECT_BUFFER,
    /** What is to be closed: a file, channel, socket, (de)compressor; until closed or collected. */
    RESOURCE,
    /** An object that was registered with a {@code java.lang.ref.Cleaner}, until collected. */
    CLEANABLE
  }
}
