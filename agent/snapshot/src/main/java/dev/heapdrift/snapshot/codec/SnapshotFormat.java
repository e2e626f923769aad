package dev.heapdrift.snapshot.codec;

/**
 * The constants of the snapshot file, as docs/format-hds.md specifies it.
 *
 * <p>A block's layout never changes once released: what is new comes in a block with a new id,
 * which older readers skip, or, for an item that is preceded by its length, behind the last field
 * that they know. Only what an older reader would misunderstand raises {@link #VERSION}.
 */
public final class SnapshotFormat {
  /** The version that the writer writes, and the newest that the reader reads. */
  public static final int VERSION = 1;

  /** Suffix of a snapshot's file name. */
  public static final String SUFFIX = ".hds";

  /** Strings, appended to the string table. */
  public static final int STRINGS = 1;

  /** {@link dev.heapdrift.snapshot.JvmFacts}, once. */
  public static final int JVM = 2;

  /** {@link dev.heapdrift.snapshot.AgentFacts}, once. */
  public static final int AGENT = 3;

  /** {@link dev.heapdrift.snapshot.CaptureFacts}, once. */
  public static final int CAPTURE = 4;

  /** Frames, appended to the frame table. */
  public static final int FRAMES = 5;

  /** Nodes of the stack tree, appended to the node table: a parent and a frame each. */
  public static final int STACK_NODES = 6;

  /** Stacks, appended to the stack table: the node of the most recent frame each. */
  public static final int STACKS = 7;

  /** {@link dev.heapdrift.snapshot.ContainerFacts}, any number of blocks. */
  public static final int CONTAINERS = 8;

  /** {@link dev.heapdrift.snapshot.CostFacts}. */
  public static final int COSTS = 9;

  /** {@link dev.heapdrift.snapshot.Drop}. */
  public static final int DROPS = 10;

  /** Sentences on what could not be observed. */
  public static final int NOT_SEEN = 11;

  /** {@link dev.heapdrift.snapshot.AllocationFacts} without its traces, at most once. */
  public static final int ALLOCATIONS = 12;

  /** {@link dev.heapdrift.snapshot.AllocationTrace}, any number of blocks behind the former. */
  public static final int ALLOCATION_TRACES = 13;

  /** {@link dev.heapdrift.snapshot.SurvivorPeriod}. */
  public static final int SURVIVOR_PERIODS = 14;

  /** {@link dev.heapdrift.snapshot.Survivor}, any number of blocks. */
  public static final int SURVIVORS = 15;

  /** {@link dev.heapdrift.snapshot.GcFacts}. */
  public static final int GCS = 16;

  /** {@link dev.heapdrift.snapshot.InstanceFacts}, any number of blocks. */
  public static final int INSTANCES = 17;

  /** {@link dev.heapdrift.snapshot.WorkFacts}, at most once. */
  public static final int WORK = 18;

  /** The last block of every complete file: version, number of blocks and bytes before it. */
  public static final int TRAILER = 0xFFFF;

  /** Largest payload of a block, in bytes. */
  static final int MAX_BLOCK_BYTES = 16 << 20;

  /** A block that has reached this size, in bytes, is written out and the next one begun. */
  static final int BLOCK_BYTES = 64 << 10;

  /** Most entries of any table. */
  static final int MAX_TABLE = 4 << 20;

  /** Deepest stack, in frames. */
  static final int MAX_STACK_DEPTH = 4096;

  /** Most frames of all stacks together, written out: a tree says much in few bytes. */
  static final int MAX_STACK_FRAMES = 16 << 20;

  /** Bytes before the first block: magic and version. */
  static final int HEADER_BYTES = 10;

  // As PNG's: a byte that no text begins with, the name, and the line ends that transfers convert.
  private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'S', '\r', '\n', 0x1A, '\n'};

  private SnapshotFormat() {}

  static byte[] magic() {
    return MAGIC.clone();
  }
}
