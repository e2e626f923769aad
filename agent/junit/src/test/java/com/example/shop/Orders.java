package com.example.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;

/** A shop that keeps some things for good and others as long as it should. */
public final class Orders {
  /** An order. */
  public record Order(long number) {}

  static final Map<Long, Order> CACHE = new HashMap<>();
  static final Map<Long, Order> NAMED = new HashMap<>();
  static final Map<Long, Order> RECENT = new Recent<>(40);
  static final Map<Long, Order> MANY = new Recent<>(10_000_000);
  static final List<Order> LATER = new ArrayList<>();
  static final Map<Order, String> NOTES = new WeakHashMap<>();

  private static long next;
  private static Link last;

  private Orders() {}

  /** Kept for good. */
  public static Order leak() {
    Order order = new Order(next++);
    CACHE.put(order.number(), order);
    return order;
  }

  /** Kept until forty others came. */
  public static void evict() {
    RECENT.put(next, new Order(next++));
  }

  /** Kept until ten million others came. */
  public static void evictLate() {
    MANY.put(next, new Order(next++));
  }

  /** One of seventy, each made once. */
  public static void memoise() {
    NAMED.computeIfAbsent(1_000_000 + next++ % 70, Order::new);
  }

  /** Kept until the map is used again after a collection. */
  public static void note() {
    NOTES.put(new Order(next++), "to be paid, " + next);
  }

  /** Kept while it is priced, by another thread too. */
  public static long price(ExecutorService pool) throws Exception {
    Order order = new Order(next++);
    return pool.submit(order::number).get();
  }

  /** Kept by what came after it. */
  public static void chain() {
    last = new Link(last);
  }

  /** Kept for good, by another thread. */
  public static void later(ExecutorService pool) throws Exception {
    pool.submit(() -> LATER.add(new Order(next++))).get();
  }

  /** Forgets everything. */
  public static void clear() {
    CACHE.clear();
    LATER.clear();
    MANY.clear();
    NAMED.clear();
    NOTES.clear();
    RECENT.clear();
    last = null;
  }

  /** How many are linked; keeps the field from being unused. */
  public static boolean isEmpty() {
    return last == null || last.before == null;
  }

  private static final class Link {
    private final Link before;

    Link(Link before) {
      this.before = before;
    }
  }

  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
