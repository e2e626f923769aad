package dev.heapdrift.agent.growth;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.netty.util.collection.IntObjectHashMap;
import io.reactivex.rxjava3.internal.util.OpenHashSet;
import io.reactivex.rxjava3.subjects.PublishSubject;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.function.IntConsumer;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import reactor.core.publisher.Sinks;

/**
 * Fills containers of libraries that heapdrift does not know, holds them in a static field, and
 * ends when a line comes in.
 */
final class EveryLibrary {
  private static final int ENTRIES = 3_000;

  /** What is filled must live until the last snapshot. */
  static final Object[] HELD = new Object[2000];

  private static int held;

  /** Last subscription. */
  static Object subscription;

  /** What must be noticed, by the class that owns the growing array. */
  enum Expected {
    FASTUTIL_MAP("it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap"),
    FASTUTIL_COUNTS("it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap"),
    FASTUTIL_LIST("it.unimi.dsi.fastutil.ints.IntArrayList"),
    ECLIPSE_OBJECTS("org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap"),
    ECLIPSE_INTS("org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap"),
    HPPC("com.carrotsearch.hppc.IntObjectHashMap"),
    NETTY("io.netty.util.collection.IntObjectHashMap"),
    RXJAVA_SET("io.reactivex.rxjava3.internal.util.OpenHashSet"),
    RXJAVA_SUBJECT("java.util.concurrent.atomic.AtomicReference"),
    REACTOR_SINK("reactor.core.publisher.SinkOneMulticast"),
    GUAVA_CACHE("com.google.common.cache.LocalCache$Segment"),
    SCALA_MAP("scala.collection.mutable.HashMap");

    final String type;

    Expected(String type) {
      this.type = type;
    }
  }

  private EveryLibrary() {}

  public static void main(String[] args) throws Exception {
    fillAll();
    System.out.println("filled");
    while (System.in.available() == 0 && held < HELD.length / 2) {
      fillAll(); // where the machine is busy, the door lets fewer growths through
    }
    System.exit(System.in.read() == -1 ? 1 : 0);
  }

  private static void fillAll() throws InterruptedException {
    for (Expected container : Expected.values()) {
      Pace.untilTheDoorHasTokensAgain();
      IntConsumer adding = filler(container);
      for (int i = 0; i < ENTRIES; i++) {
        adding.accept(i);
      }
    }
  }

  private static <T> T hold(T container) {
    HELD[held++] = container;
    return container;
  }

  private static IntConsumer filler(Expected container) {
    return switch (container) {
      case FASTUTIL_MAP -> {
        var map = hold(new Int2ObjectOpenHashMap<String>());
        yield i -> map.put(i, "value");
      }
      case FASTUTIL_COUNTS -> {
        var map = hold(new Object2LongOpenHashMap<String>());
        yield i -> map.addTo("key" + i, 1);
      }
      case FASTUTIL_LIST -> {
        var list = hold(new IntArrayList());
        yield list::add;
      }
      case ECLIPSE_OBJECTS -> {
        var map =
            hold(new org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap<String>());
        yield i -> map.put(i, "value");
      }
      case ECLIPSE_INTS -> {
        var map = hold(new IntIntHashMap());
        yield i -> map.put(i, i);
      }
      case HPPC -> {
        var map = hold(new com.carrotsearch.hppc.IntObjectHashMap<String>());
        yield i -> map.put(i, "value");
      }
      case NETTY -> {
        var map = hold(new IntObjectHashMap<String>());
        yield i -> map.put(i, "value");
      }
      case RXJAVA_SET -> {
        var set = hold(new OpenHashSet<Integer>());
        yield set::add;
      }
      case RXJAVA_SUBJECT -> {
        PublishSubject<String> subject = hold(PublishSubject.create());
        yield i -> subscription = subject.subscribe(value -> {});
      }
      case REACTOR_SINK -> {
        Sinks.One<String> sink = hold(Sinks.one());
        yield i -> subscription = sink.asMono().subscribe();
      }
      case GUAVA_CACHE -> {
        Cache<Integer, String> cache = hold(CacheBuilder.newBuilder().concurrencyLevel(1).build());
        yield i -> cache.put(i, "value");
      }
      case SCALA_MAP -> {
        var map = hold(new scala.collection.mutable.HashMap<Integer, String>());
        yield i -> map.put(i, "value");
      }
    };
  }
}
