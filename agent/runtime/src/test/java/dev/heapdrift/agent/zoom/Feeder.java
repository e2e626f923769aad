package dev.heapdrift.agent.zoom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An application whose insertions are counted. */
final class Feeder {
  static final Map<Object, Object> CACHE = new HashMap<>();
  static final Map<Object, Object> OTHER = new HashMap<>();
  static final Set<Object> NAMES = new HashSet<>();
  static final List<Object> SYNCHRONIZED = Collections.synchronizedList(new ArrayList<>());
  static final CompletableFuture<Object> NEVER = new CompletableFuture<>();
  static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

  private Feeder() {}

  static void often(Object key, long weight, double factor) {
    CACHE.put(key, weight * factor);
    OTHER.put(key, weight);
  }

  static void seldom(Object key) {
    if (CACHE.get(key) == null) {
      CACHE.computeIfAbsent(key, k -> new ArrayList<>());
    }
  }

  static void into(Map<Object, Object> map, Object key) {
    map.putIfAbsent(key, key);
  }

  static Object find(Object key, long weight) {
    Object value = CACHE.get(key);
    if (value == null) {
      CACHE.put(key, weight);
    }
    return value;
  }

  static void forget(List<Object> keys) {
    for (Object key : keys) {
      CACHE.remove(key);
    }
    if (keys.isEmpty()) {
      CACHE.clear();
    }
  }

  static void addTenant(Object tenant) {
    CACHE.put(tenant, tenant);
  }

  static Object removeTenant(Object tenant) {
    return OTHER.remove(tenant);
  }

  static boolean name(Object name) {
    return NAMES.add(name);
  }

  static void synchronizedAdd(Object element) {
    SYNCHRONIZED.add(element);
  }

  static CompletableFuture<Void> enlist(Runnable action) {
    return NEVER.thenRun(action);
  }

  static void through(Consumer<Object> reference, Object value) {
    reference.accept(value);
  }

  static void local(Object value) {
    LOCAL.set(value);
  }

  static void handOver(Store store, Object item) {
    store.keep(item, 1L);
  }

  /** Holds what it fills. */
  static final class Registry {
    final Map<Object, Object> names = new HashMap<>();

    void register(Object name) {
      names.put(name, name);
    }
  }

  /** A container of the application's own. */
  static final class Store {
    private Object[] items = new Object[4];
    private int size;

    void keep(Object item, long weight) {
      if (size == items.length) {
        grow();
      }
      items[size++] = weight > 0 ? item : null;
    }

    void grow() {
      items = java.util.Arrays.copyOf(items, items.length * 2);
    }
  }
}
