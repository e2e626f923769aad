package dev.heapdrift.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Single operations on collections of 16 entries, in their caches and without growing: what an
 * application does most of the time. {@link CollectionBenchmark} has the same on a million entries,
 * and collections that are filled anew.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallCollectionBenchmark {

  private static final int SIZE = 16;

  private final Integer[] keys = new Integer[SIZE];
  private final Map<Integer, Integer> hashMap = filled(new HashMap<>());
  private final Map<Integer, Integer> concurrentMap = filled(new ConcurrentHashMap<>());
  private final ArrayList<Integer> arrayList = filled(new ArrayList<>());
  private final Queue<Integer> blockingQueue = filled(new LinkedBlockingQueue<>());
  private final Queue<Integer> lockFreeQueue = filled(new ConcurrentLinkedQueue<>());
  private int next;

  private Map<Integer, Integer> filled(Map<Integer, Integer> map) {
    for (int i = 0; i < SIZE; i++) {
      keys[i] = i;
      map.put(keys[i], keys[i]);
    }
    return map;
  }

  private static <C extends Collection<Integer>> C filled(C collection) {
    for (int i = 0; i < SIZE; i++) {
      collection.add(i);
    }
    return collection;
  }

  private Integer nextKey() {
    next = (next + 7) & (SIZE - 1);
    return keys[next];
  }

  /** A put of a present key. */
  @Benchmark
  public Object hashMapSmallInsert() {
    Integer key = nextKey();
    return hashMap.put(key, key);
  }

  /** A get. */
  @Benchmark
  public Object hashMapSmallGet() {
    return hashMap.get(nextKey());
  }

  /** A put of a present key. */
  @Benchmark
  public Object concurrentHashMapSmallInsert() {
    Integer key = nextKey();
    return concurrentMap.put(key, key);
  }

  /** A get. */
  @Benchmark
  public Object concurrentHashMapSmallGet() {
    return concurrentMap.get(nextKey());
  }

  /** An add at the end and its removal. */
  @Benchmark
  public Object arrayListSmallInsert() {
    arrayList.add(nextKey());
    return arrayList.remove(arrayList.size() - 1);
  }

  /** A get. */
  @Benchmark
  public Object arrayListSmallGet() {
    return arrayList.get(nextKey());
  }

  /** An offer and a poll. */
  @Benchmark
  public Object linkedBlockingQueueSmallInsert() {
    blockingQueue.offer(nextKey());
    return blockingQueue.poll();
  }

  /** A look at the head. */
  @Benchmark
  public Object linkedBlockingQueueSmallGet() {
    return blockingQueue.peek();
  }

  /** An offer and a poll. */
  @Benchmark
  public Object concurrentLinkedQueueSmallInsert() {
    lockFreeQueue.offer(nextKey());
    return lockFreeQueue.poll();
  }

  /** A look at the head. */
  @Benchmark
  public Object concurrentLinkedQueueSmallGet() {
    return lockFreeQueue.peek();
  }
}
