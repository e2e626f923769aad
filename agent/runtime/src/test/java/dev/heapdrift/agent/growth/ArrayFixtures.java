package dev.heapdrift.agent.growth;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.IntConsumer;

/** Containers that grow their arrays in every way that the hooks know: one class per way. */
@SuppressWarnings("UnusedVariable") // what is hooked is the store
final class ArrayFixtures {

  private ArrayFixtures() {}

  static final class Objects implements IntConsumer {
    private Object[] items = new Object[1];

    @Override
    public void accept(int length) {
      items = Arrays.copyOf(items, length);
    }
  }

  static final class Typed implements IntConsumer {
    private volatile String[] names = new String[1];

    @Override
    public void accept(int length) {
      String[] longer = new String[length];
      System.arraycopy(names, 0, longer, 0, names.length);
      names = longer;
    }
  }

  static final class Nested implements IntConsumer {
    private int[][] rows = new int[1][];

    @Override
    public void accept(int length) {
      rows = Arrays.copyOf(rows, length);
    }
  }

  static final class Primitives implements IntConsumer {
    private int[] ints = new int[1];
    private long[] longs = new long[1];
    private double[] doubles = new double[1];
    private float[] floats = new float[1];
    private byte[] bytes = new byte[1];
    private char[] chars = new char[1];

    @Override
    public void accept(int length) {
      ints = new int[length];
      longs = new long[length];
      doubles = new double[length];
      floats = new float[length];
      bytes = new byte[length];
      chars = new char[length];
    }
  }

  static final class Statics implements IntConsumer {
    private static Object[] shared = new Object[1];

    @Override
    public void accept(int length) {
      shared = Arrays.copyOf(shared, length);
    }
  }

  static final class Segment implements IntConsumer {
    private volatile AtomicReferenceArray<String> table = new AtomicReferenceArray<>(1);

    @Override
    public void accept(int length) {
      table = new AtomicReferenceArray<>(length);
    }
  }

  static final class Updater implements IntConsumer {
    private static final AtomicReferenceFieldUpdater<Updater, Object[]> SUBSCRIBERS =
        AtomicReferenceFieldUpdater.newUpdater(Updater.class, Object[].class, "subscribers");

    private volatile Object[] subscribers = new Object[1];

    @Override
    public void accept(int length) {
      Object[] old = subscribers;
      if (!SUBSCRIBERS.compareAndSet(this, old, Arrays.copyOf(old, length))) {
        throw new IllegalStateException();
      }
    }
  }

  static final class Handle implements IntConsumer {
    private static final VarHandle ITEMS = handle();

    private String[] items = new String[1];

    private static VarHandle handle() {
      try {
        return MethodHandles.lookup().findVarHandle(Handle.class, "items", String[].class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Override
    public void accept(int length) {
      String[] old = items;
      if (!ITEMS.compareAndSet(this, old, new String[length])) {
        throw new IllegalStateException();
      }
    }
  }

  static final class Reference implements IntConsumer {
    private final AtomicReference<Object[]> items = new AtomicReference<>(new Object[1]);

    @Override
    public void accept(int length) {
      Object[] old = items.get();
      if (!items.compareAndSet(old, Arrays.copyOf(old, length))) {
        throw new IllegalStateException();
      }
    }
  }

  static final class ReferenceSet implements IntConsumer {
    private final AtomicReference<Object[]> items = new AtomicReference<>(new Object[1]);

    @Override
    public void accept(int length) {
      items.set(Arrays.copyOf(items.get(), length));
    }
  }

  @SuppressWarnings("serial") // a subclass as RxJava has many, never serialised
  static final class OwnReference extends AtomicReference<Object[]> implements IntConsumer {
    OwnReference() {
      super(new Object[1]);
    }

    @Override
    public void accept(int length) {
      Object[] old = get();
      if (!compareAndSet(old, Arrays.copyOf(old, length))) {
        throw new IllegalStateException();
      }
    }
  }

  static final class Elsewhere implements IntConsumer {
    private final Map<String, Object> listeners = new HashMap<>(Map.of("all", new Object[1]));

    @Override
    public void accept(int length) {
      listeners.put("all", Arrays.copyOf((Object[]) listeners.get("all"), length));
    }
  }

  /** Branches, a loop and a handler around the store; locals of every width across it. */
  static final class Busy implements IntConsumer {
    private Object[] items;

    Busy() {
      items = new Object[1];
    }

    @Override
    public void accept(int length) {
      long wide = length;
      double wider = 2.0;
      for (int i = 0; i < 2; i++) {
        try {
          if (wide > 10 && items != null) {
            items = i == 0 ? items : Arrays.copyOf(items, (int) (wide * wider / 2));
          } else {
            items = new Object[] {wide};
          }
        } catch (NegativeArraySizeException e) {
          items = new Object[0];
        }
      }
    }
  }
}
