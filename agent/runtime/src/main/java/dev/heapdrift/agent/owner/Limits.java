package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.ConstantPool;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.IntField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Owner.Limit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for an end that is declared for a container: a capacity of its own, an override of {@code
 * removeEldestEntry}, or a number beside it in the object that holds it, by the names that caches
 * and pools give it (Caffeine's {@code maximum}, Guava's {@code maxSegmentWeight}, {@code
 * maxEntries}...), or the time after which their entries expire. What still fills up to such a
 * number looks like a leak until it is full.
 *
 * <p>Reads fields and constant pools; calls and loads nothing. Belongs to the agent's thread.
 */
final class Limits {
  /** Names of fields of type int or long, in small letters and without underscores before them. */
  private static final Set<String> NAMES =
      Set.of(
          "bound",
          "cachesize",
          "capacity",
          "maxcachesize",
          "maxcapacity",
          "maxelements",
          "maxentries",
          "maximum",
          "maximumentries",
          "maximumsize",
          "maxsegmentweight",
          "maxsize",
          "maxweight",
          "sizelimit");

  /** What Caffeine and Guava call the time, in ns, after which an entry leaves. */
  private static final Set<String> EXPIRIES =
      Set.of(
          "expireafteraccessnanos",
          "expireafterwritenanos",
          "expiresafteraccessnanos",
          "expiresafterwritenanos");

  /**
   * Those that in a structure of its own making are rather the length of its table, and grow with
   * it.
   */
  private static final Set<String> OF_TABLES = Set.of("bound", "capacity", "maximum");

  /** Below this a number says how many are made at a time, or in parallel. */
  private static final long LEAST = 16;

  private static final String EVICTION = "removeEldestEntry";

  private final Heap heap;
  private final FieldLayouts layouts;

  Limits(Heap heap, FieldLayouts layouts) {
    this.heap = heap;
    this.layouts = layouts;
  }

  /** What is declared for the container that a walk has come to, or null. */
  Limit of(Node container) {
    Object object = container.object;
    Class<?> type = object.getClass();
    Class<?> evicting = object instanceof LinkedHashMap ? evicting(type) : null;
    if (evicting != null) {
      return new Limit(evicting.getName() + '.' + EVICTION, -1);
    }
    if (Jdk.declares(type) && !type.isArray()) {
      Limit own = declared(object, false);
      return own == null ? ofHolder(container) : own;
    }
    return declared(object, true);
  }

  /**
   * What is declared for a container on the way to an object, the nearest one that declares
   * anything; or null. Of what such a container does not hold directly, as the lines of a cached
   * order, there may be any number for each of its entries: the limit's number is not known then.
   */
  Limit ofHolding(Node object) {
    for (Node node = object; node.parent != null; node = node.parent) {
      Limit limit = node.step instanceof ElementKind ? ofContainer(node.parent) : null;
      if (limit != null) {
        return node == object ? limit : new Limit(limit.declaredBy(), -1);
      }
    }
    return null;
  }

  private Limit ofContainer(Node container) {
    return container.object.getClass().isArray() ? ofHolder(container) : of(container);
  }

  /** The class that overrides the method by which a LinkedHashMap evicts, or null. */
  private static Class<?> evicting(Class<?> type) {
    for (Class<?> c = type; c != LinkedHashMap.class; c = c.getSuperclass()) {
      if (!Jdk.declares(c) && names(ConstantPool.of(c), EVICTION)) {
        return c;
      }
    }
    return null;
  }

  private static boolean names(ConstantPool pool, String text) {
    for (int i = 1; pool != null && i < pool.size(); i++) {
      if (text.equals(pool.textAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The nearest object of the application that holds it, through wrappers of the JDK. */
  private Limit ofHolder(Node container) {
    Node node = container;
    while (node.parent != null && node.step instanceof Step.Field way) {
      if (!Jdk.declares(way.field().declaring())) {
        return declared(node.parent.object, false);
      }
      node = node.parent;
    }
    return null;
  }

  /** The largest number that may be a limit, for it claims least; else a time. */
  private Limit declared(Object by, boolean isTable) {
    Limit largest = null;
    for (IntField field : layouts.intFields(by.getClass())) {
      Limit limit = declared(field, by, isTable);
      if (limit != null && (largest == null || limit.entries() > largest.entries())) {
        largest = limit;
      }
    }
    return largest;
  }

  private Limit declared(IntField field, Object by, boolean isTable) {
    String name = field.name().replaceFirst("^_+", "").toLowerCase(Locale.ROOT);
    if (EXPIRIES.contains(name)) {
      return read(field, by) > 0 ? limit(field, -1) : null;
    }
    if (!NAMES.contains(name) || (isTable && OF_TABLES.contains(name))) {
      return null;
    }
    long number = read(field, by);
    return number >= LEAST && number < Integer.MAX_VALUE ? limit(field, number) : null;
  }

  private static Limit limit(IntField field, long entries) {
    return new Limit(field.declaring().getName() + '.' + field.name(), entries);
  }

  private long read(IntField field, Object from) {
    return field.isLong() ? heap.longAt(from, field.offset()) : heap.intAt(from, field.offset());
  }
}
