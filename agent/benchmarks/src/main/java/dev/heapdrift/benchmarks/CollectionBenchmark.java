package dev.heapdrift.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The collections whose growth methods carry hooks, small and large: what {@code watch} costs where
 * it is always on. {@code fill} builds a fresh structure of 16 entries (one or two resizes), {@code
 * insert} works on a structure of a million entries without changing its size, {@code get} reads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CollectionBenchmark {

  private static final int SMALL = 16;
  private static final int LARGE = 1_000_000;

  /** One set for all benchmarks of a JVM; each JMH run begins with the current one. */
  private static Large largeOnes = new Large();

  private final Integer[] keys = largeOnes.keys;
  private final Map<Integer, Integer> hashMap = largeOnes.hashMap;
  private final Map<Integer, Integer> concurrentMap = largeOnes.concurrentMap;
  private final ArrayList<Integer> arrayList = largeOnes.arrayList;
  private final Queue<Integer> blockingQueue = largeOnes.blockingQueue;
  private final Queue<Integer> lockFreeQueue = largeOnes.lockFreeQueue;
  private int next;

  private static final class Large {
    final Integer[] keys = new Integer[LARGE];
    final Map<Integer, Integer> hashMap = new HashMap<>();
    final Map<Integer, Integer> concurrentMap = new ConcurrentHashMap<>();
    final ArrayList<Integer> arrayList = new ArrayList<>();
    final Queue<Integer> blockingQueue = new LinkedBlockingQueue<>();
    final Queue<Integer> lockFreeQueue = new ConcurrentLinkedQueue<>();

    Large() {
      for (int i = 0; i < LARGE; i++) {
        Integer key = i;
        keys[i] = key;
        hashMap.put(key, key);
        concurrentMap.put(key, key);
        arrayList.add(key);
        blockingQueue.offer(key);
        lockFreeQueue.offer(key);
      }
      // Drawn, not in steps: what lies at equal distances meets in few sets of a cache or in many,
      // by where the structures happen to begin.
      Collections.shuffle(Arrays.asList(keys), new Random(LARGE));
    }
  }

  /**
   * Builds the structures that the next benchmarks use, and has them collected: they are old from
   * the beginning, and do not become so in the middle of a measurement. They are built in an empty
   * young generation: a collection meanwhile would move nodes and keys into different regions, or
   * not, and a store across regions costs G1 200 ns more.
   */
  static void anew() {
    largeOnes = null;
    System.gc();
    largeOnes = new Large();
    System.gc();
  }

  private Integer nextKey() {
    next = next + 1 < LARGE ? next + 1 : 0;
    return keys[next];
  }

  private Map<Integer, Integer> fill(Supplier<Map<Integer, Integer>> structure) {
    Map<Integer, Integer> fresh = structure.get();
    for (int i = 0; i < SMALL; i++) {
      fresh.put(keys[i], keys[i]);
    }
    return fresh;
  }

  private <C extends Collection<Integer>> C fillAll(C fresh) {
    for (int i = 0; i < SMALL; i++) {
      fresh.add(keys[i]);
    }
    return fresh;
  }

  /** Sixteen puts into a new HashMap. */
  @Benchmark
  public Object hashMapFill() {
    return fill(HashMap::new);
  }

  /** A put of a present key. */
  @Benchmark
  public Object hashMapInsert() {
    Integer key = nextKey();
    return hashMap.put(key, key);
  }

  /** A get. */
  @Benchmark
  public Object hashMapGet() {
    return hashMap.get(nextKey());
  }

  /** Sixteen puts into a new ConcurrentHashMap. */
  @Benchmark
  public Object concurrentHashMapFill() {
    return fill(ConcurrentHashMap::new);
  }

  /** A put of a present key. */
  @Benchmark
  public Object concurrentHashMapInsert() {
    Integer key = nextKey();
    return concurrentMap.put(key, key);
  }

  /** A get. */
  @Benchmark
  public Object concurrentHashMapGet() {
    return concurrentMap.get(nextKey());
  }

  /** Sixteen adds to a new ArrayList. */
  @Benchmark
  public Object arrayListFill() {
    return fillAll(new ArrayList<>());
  }

  /** An add at the end and its removal. */
  @Benchmark
  public Object arrayListInsert() {
    arrayList.add(nextKey());
    return arrayList.remove(arrayList.size() - 1);
  }

  /** A get. */
  @Benchmark
  public Object arrayListGet() {
    return arrayList.get(nextKey());
  }

  /** Sixteen adds to a new LinkedBlockingQueue. */
  @Benchmark
  public Object linkedBlockingQueueFill() {
    return fillAll(new LinkedBlockingQueue<>());
  }

  /** An offer and a poll. */
  @Benchmark
  public Object linkedBlockingQueueInsert() {
    blockingQueue.offer(nextKey());
    return blockingQueue.poll();
  }

  /** A look at the head. */
  @Benchmark
  public Object linkedBlockingQueueGet() {
    return blockingQueue.peek();
  }

  /** Sixteen adds to a new ConcurrentLinkedQueue. */
  @Benchmark
  public Object concurrentLinkedQueueFill() {
    return fillAll(new ConcurrentLinkedQueue<>());
  }

  /** An offer and a poll. */
  @Benchmark
  public Object concurrentLinkedQueueInsert() {
    lockFreeQueue.offer(nextKey());
    return lockFreeQueue.poll();
  }

  /** A look at the head. */
  @Benchmark
  public Object concurrentLinkedQueueGet() {
    return lockFreeQueue.peek();
  }
}
