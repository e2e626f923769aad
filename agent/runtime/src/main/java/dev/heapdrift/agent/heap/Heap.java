package dev.heapdrift.agent.heap;

import jdk.internal.misc.Unsafe;

/**
 * Reads fields by offset, past the application's access checks.
 *
 * <p>Checked on JDK 17 and 25: {@link #offset} works on classes that are not linked yet and calls
 * no class loader; for a static field the offset counts from the {@link Class} object, which is
 * then the base to read from. {@link #initialized} loads nothing either. The base offsets of arrays
 * are not used, because the type of {@code Unsafe.arrayBaseOffset} differs between the two: read
 * arrays by casting them.
 *
 * <p>All methods may be called from any thread; reads are plain, so a racing writer may make two
 * reads disagree, never make one of them wrong.
 */
public final class Heap {
  private final Unsafe unsafe;

  private Heap(Unsafe unsafe) {
    this.unsafe = unsafe;
  }

  /**
   * Opens the heap.
   *
   * @throws IllegalAccessError when {@code jdk.internal.misc} is not exported to the agent
   */
  public static Heap open() {
    return new Heap(Unsafe.getUnsafe());
  }

  /**
   * The reference in the field at {@code offset}.
   *
   * @param base the object, or for a static field the class that declares it
   */
  public Object reference(Object base, long offset) {
    return unsafe.getReference(base, offset);
  }

  /** The int in the field at {@code offset}; {@code base} as in {@link #reference}. */
  public int intAt(Object base, long offset) {
    return unsafe.getInt(base, offset);
  }

  /** The boolean in the field at {@code offset}; {@code base} as in {@link #reference}. */
  public boolean booleanAt(Object base, long offset) {
    return unsafe.getBoolean(base, offset);
  }

  /** The long in the field at {@code offset}; {@code base} as in {@link #reference}. */
  public long longAt(Object base, long offset) {
    return unsafe.getLong(base, offset);
  }

  /**
   * Offset of a field, static or not, or -1 when {@code declaring} itself declares none of the
   * name.
   *
   * <p>Where a class file declares the name twice, with two types, the JVM answers for one of them;
   * {@link FieldNames} leaves such names out.
   */
  public long offset(Class<?> declaring, String field) {
    // The JVM crashes when it is asked about a class that has no fields by nature.
    if (field == null || declaring.isArray() || declaring.isPrimitive()) {
      return -1;
    }
    try {
      return unsafe.objectFieldOffset(declaring, field);
    } catch (InternalError absent) {
      return -1;
    }
  }

  /** Whether the class has been initialised; asking does not initialise it. */
  public boolean initialized(Class<?> c) {
    return !unsafe.shouldBeInitialized(c);
  }
}
