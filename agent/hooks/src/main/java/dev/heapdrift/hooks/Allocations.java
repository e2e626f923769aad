package dev.heapdrift.hooks;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * The door for allocations: what code calls that has just made an object.
 *
 * <p>Budget: called for every object of every hooked site. One volatile read and one call of the
 * recorder, which HotSpot inlines as long as only one class of recorders is loaded; without a
 * recorder nothing but the read. No lock, no allocation.
 *
 * <p>The recorder belongs to the agent and is forgotten when the agent leaves. What it throws ends
 * here. As {@link Door} this class is a frozen ABI with its version in the name under which it is
 * defined.
 */
public final class Allocations {

  /** Version of this ABI. */
  public static final int ABI = 1;

  private static final AtomicLong failed = new AtomicLong();

  private static volatile Recorder recorder;
  private static volatile int sites = 1;
  private static volatile BiFunction<Class<?>, byte[], byte[]> hidden;

  private Allocations() {}

  // ---- what injected code calls -------------------------------------------------------------

  /** {@code made}, no array, has been constructed at {@code site}. */
  public static void made(Object made, int site) {
    Recorder r = recorder;
    if (r != null) {
      try {
        r.object(made, site);
      } catch (Throwable t) {
        fail();
      }
    }
  }

  /** An array has been made at {@code site}. */
  public static void made(boolean[] array, int site) {
    array(array, Recorder.BOOLEAN, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(byte[] array, int site) {
    array(array, Recorder.BYTE, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(char[] array, int site) {
    array(array, Recorder.CHAR, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(short[] array, int site) {
    array(array, Recorder.SHORT, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(int[] array, int site) {
    array(array, Recorder.INT, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(long[] array, int site) {
    array(array, Recorder.LONG, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(float[] array, int site) {
    array(array, Recorder.FLOAT, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(double[] array, int site) {
    array(array, Recorder.DOUBLE, array.length, site);
  }

  /** As {@link #made(boolean[], int)}. */
  public static void made(Object[] array, int site) {
    array(array, Recorder.REFERENCE, array.length, site);
  }

  /** An array has been made at {@code site} together with the arrays in it. */
  public static void madeMulti(Object array, int site) {
    Recorder r = recorder;
    if (r != null) {
      try {
        nested(r, array, site);
      } catch (Throwable t) {
        fail();
      }
    }
  }

  /** {@code made} may be null, an array or any other object: what clone and reflection return. */
  public static void madeAny(Object made, int site) {
    Recorder r = recorder;
    if (r != null && made != null) {
      try {
        any(r, made, site);
      } catch (Throwable t) {
        fail();
      }
    }
  }

  /**
   * {@code made} has been allocated by a method handle of a constructor, which has not run yet.
   * Lambdas are made so too, but told where they are linked.
   */
  public static void madeByHandle(Object made, int site) {
    if (!made.getClass().isHidden()) {
      made(made, site);
    }
  }

  /**
   * The JVM is about to define a hidden class, which no transformer is shown.
   *
   * @param host the class beside which it is defined
   * @return the class file to define: {@code bytes} or another in their stead
   */
  public static byte[] hidden(Class<?> host, byte[] bytes) {
    BiFunction<Class<?>, byte[], byte[]> transformer = hidden;
    if (transformer == null) {
      return bytes;
    }
    try {
      return transformer.apply(host, bytes);
    } catch (Throwable t) {
      fail();
      return bytes;
    }
  }

  // ---- behind it ----------------------------------------------------------------------------

  private static void array(Object array, int kind, int length, int site) {
    Recorder r = recorder;
    if (r != null) {
      try {
        r.array(array, kind, length, site);
      } catch (Throwable t) {
        fail();
      }
    }
  }

  private static void nested(Recorder r, Object made, int site) {
    any(r, made, site);
    if (made instanceof Object[] outer) {
      for (Object inner : outer) {
        if (inner != null) {
          nested(r, inner, site);
        }
      }
    }
  }

  private static void any(Recorder r, Object made, int site) {
    if (made instanceof Object[] a) {
      r.array(made, Recorder.REFERENCE, a.length, site);
    } else if (made instanceof byte[] a) {
      r.array(made, Recorder.BYTE, a.length, site);
    } else if (made instanceof char[] a) {
      r.array(made, Recorder.CHAR, a.length, site);
    } else if (made instanceof int[] a) {
      r.array(made, Recorder.INT, a.length, site);
    } else if (made instanceof long[] a) {
      r.array(made, Recorder.LONG, a.length, site);
    } else if (made instanceof double[] a) {
      r.array(made, Recorder.DOUBLE, a.length, site);
    } else if (made instanceof float[] a) {
      r.array(made, Recorder.FLOAT, a.length, site);
    } else if (made instanceof short[] a) {
      r.array(made, Recorder.SHORT, a.length, site);
    } else if (made instanceof boolean[] a) {
      r.array(made, Recorder.BOOLEAN, a.length, site);
    } else {
      r.object(made, site);
    }
  }

  /** Out of memory, out of stack: the application must not notice. */
  private static void fail() {
    failed.getAndIncrement();
  }

  // ---- what the agent calls -----------------------------------------------------------------

  /** From now on {@code now} hears of every allocation; null for nobody. */
  public static void recorder(Recorder now) {
    recorder = now;
  }

  /** From now on {@code now} changes hidden classes before they are defined; null for nobody. */
  public static void hidden(BiFunction<Class<?>, byte[], byte[]> now) {
    hidden = now;
  }

  /** Whether somebody hears of allocations. */
  public static boolean isOpen() {
    return recorder != null;
  }

  /** The first number of a site that no agent has given out in this JVM; from 1. */
  public static int sites() {
    return sites;
  }

  /** An agent leaves that has given out all numbers below {@code next}. */
  public static void sites(int next) {
    sites = next;
  }

  /** Recordings that ended in a Throwable, since the JVM started. */
  public static long failed() {
    return failed.get();
  }

  /**
   * What the agent does with an allocation; runs on the allocating thread. A class and no
   * interface: HotSpot inlines a call whose target has one loaded class.
   */
  public abstract static class Recorder {
    /** A kind of array. */
    public static final int BOOLEAN = 0;

    /** A kind of array. */
    public static final int BYTE = 1;

    /** A kind of array. */
    public static final int CHAR = 2;

    /** A kind of array. */
    public static final int SHORT = 3;

    /** A kind of array. */
    public static final int INT = 4;

    /** A kind of array. */
    public static final int LONG = 5;

    /** A kind of array. */
    public static final int FLOAT = 6;

    /** A kind of array. */
    public static final int DOUBLE = 7;

    /** A kind of array: of references. */
    public static final int REFERENCE = 8;

    /** Kinds of arrays. */
    public static final int KINDS = 9;

    /** For the agent's recorders. */
    protected Recorder() {}

    /** An object that is no array. */
    public abstract void object(Object made, int site);

    /** An array of {@code kind} with {@code length} elements. */
    public abstract void array(Object made, int kind, int length, int site);
  }
}
