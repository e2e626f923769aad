package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.growth.SizeSource;
import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.Heap;
import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.function.ToLongFunction;

/**
 * Reads the sizes of the JDK's structures from their fields, as {@link SizeSource} says; never by
 * calling a method that a subclass may override. Reads are unsynchronised, so a size may be a
 * moment old. Belongs to the agent's thread.
 */
final class SizeReader {
  /** A size that cannot be read. */
  static final long UNKNOWN = -1;

  /** Bins of a map, and nodes of one, that are looked at. */
  private static final int MOST_BINS = 256;

  private static final int MOST_CHAINED = 16;

  private final Heap heap;

  /** Readers with their offsets; rows are few and name classes of java.base or java.desktop. */
  private final IdentityHashMap<Structure, ToLongFunction<Object>> readers =
      new IdentityHashMap<>();

  SizeReader(Heap heap) {
    this.heap = heap;
  }

  /** Entries (bytes for a stream) that {@code container} holds, or {@link #UNKNOWN}. */
  long size(Object container, Structure row) {
    ToLongFunction<Object> reader = readers.get(row);
    if (reader == null) {
      reader = reader(row.size(), declaring(container.getClass(), row.className()));
      readers.put(row, reader);
    }
    return Math.max(UNKNOWN, reader.applyAsLong(container));
  }

  private static Class<?> declaring(Class<?> type, String name) {
    Class<?> c = type;
    while (!c.getName().equals(name)) {
      c = c.getSuperclass(); // GrowthTable.of found it there
    }
    return c;
  }

  /** A source that names a field this JDK does not have reads {@link #UNKNOWN}. */
  private ToLongFunction<Object> reader(SizeSource source, Class<?> type) {
    if (source instanceof SizeSource.Field field) {
      return intField(type, field.name());
    }
    if (source instanceof SizeSource.CounterField field) {
      return reading(
          type,
          field.name(),
          (o, at) -> heap.reference(o, at) instanceof Number counter ? counter.longValue() : 0);
    }
    if (source instanceof SizeSource.ArrayLength array) {
      return reading(type, array.field(), (o, at) -> length(heap.reference(o, at)));
    }
    if (source instanceof SizeSource.StripedCounter counter) {
      return striped(type, counter);
    }
    if (source instanceof SizeSource.MappedArrays arrays) {
      return reading(type, arrays.field(), (o, at) -> mapped(heap.reference(o, at), arrays));
    }
    if (source instanceof SizeSource.RingSpan ring) {
      ToLongFunction<Object> head = intField(type, ring.head());
      ToLongFunction<Object> tail = intField(type, ring.tail());
      return reading(
          type,
          ring.array(),
          (o, at) -> {
            long span = tail.applyAsLong(o) - head.applyAsLong(o);
            return span < 0 ? span + length(heap.reference(o, at)) : span;
          });
    }
    SizeSource.Difference ends = (SizeSource.Difference) source;
    ToLongFunction<Object> high = intField(type, ends.high());
    ToLongFunction<Object> low = intField(type, ends.low());
    return o -> Math.max(0, high.applyAsLong(o) - low.applyAsLong(o));
  }

  private ToLongFunction<Object> intField(Class<?> type, String name) {
    return reading(type, name, heap::intAt);
  }

  private ToLongFunction<Object> striped(Class<?> type, SizeSource.StripedCounter counter) {
    ToLongFunction<Object> base = reading(type, counter.base(), heap::longAt);
    return reading(
        type,
        counter.cells(),
        (o, at) -> {
          long sum = base.applyAsLong(o);
          if (heap.reference(o, at) instanceof Object[] cells) {
            for (Object cell : cells) {
              sum += cell == null ? 0 : cellValue(cell, counter);
            }
          }
          return Math.max(0, sum);
        });
  }

  private long cellValue(Object cell, SizeSource.StripedCounter counter) {
    long offset = heap.offset(cell.getClass(), counter.cellValue());
    return offset < 0 ? 0 : heap.longAt(cell, offset);
  }

  /** The map has an entry for each property that is listened to: a few. */
  private long mapped(Object map, SizeSource.MappedArrays arrays) {
    long sum = 0;
    if (map != null
        && map.getClass().getName().equals(arrays.mapClass())
        && field(map, arrays.table()) instanceof Object[] bins) {
      for (int i = 0; i < Math.min(bins.length, MOST_BINS); i++) {
        Object node = bins[i];
        for (int chained = 0; node != null && chained < MOST_CHAINED; chained++) {
          sum += length(field(node, arrays.value()));
          node = field(node, arrays.next());
        }
      }
    }
    return sum;
  }

  /** A field that the object's class, or one that it extends, declares; null for none. */
  private Object field(Object object, String name) {
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      long offset = heap.offset(c, name);
      if (offset >= 0) {
        return heap.reference(object, offset);
      }
    }
    return null;
  }

  private ToLongFunction<Object> reading(Class<?> type, String name, Read read) {
    long offset = heap.offset(type, name);
    return offset < 0 ? o -> UNKNOWN : o -> read.at(o, offset);
  }

  private static long length(Object array) {
    return array == null ? 0 : Array.getLength(array);
  }

  private interface Read {
    long at(Object base, long offset);
  }
}
