package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Owner.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

/** What is declared for a container is found where caches and queues declare it. */
class LimitsTest {
  private static final Bounded BOUNDED = new Bounded();
  private static final Expiring EXPIRING = new Expiring();
  private static final Map<String, String> EVICTING = new Evicting<>();
  private static final Map<String, String> PLAIN = new LinkedHashMap<>();
  private static final LinkedBlockingQueue<String> SLOTS = new LinkedBlockingQueue<>(5_000);
  private static final LinkedBlockingQueue<String> ENDLESS = new LinkedBlockingQueue<>();

  private final Walker walker =
      new Walker(LimitsTest.class, Bounded.class, Segment.class, Expiring.class);

  @Test
  void aNumberBesideTheContainer() {
    assertThat(limit(BOUNDED.entries))
        .isEqualTo(new Limit(name(Bounded.class, "_maxEntries"), 900));
  }

  @Test
  void throughWrappersOfTheJdk() {
    assertThat(limit(BOUNDED.wrappedList))
        .isEqualTo(new Limit(name(Bounded.class, "_maxEntries"), 900));
  }

  @Test
  void theSegmentOfACacheThatKeepsItsEntriesInAnArray() {
    assertThat(limit(BOUNDED.segment.table))
        .isEqualTo(new Limit(name(Segment.class, "maxSegmentWeight"), 250));
  }

  @Test
  void theLengthOfItsOwnTableIsNoLimit() {
    assertThat(limit(BOUNDED.segment.own)).isNull();
  }

  @Test
  void theTimeAfterWhichEntriesLeave() {
    assertThat(limit(EXPIRING.entries))
        .isEqualTo(new Limit(name(Expiring.class, "expiresAfterWriteNanos"), -1));
  }

  @Test
  void aCapacityOfItsOwn() {
    assertThat(limit(SLOTS))
        .isEqualTo(new Limit("java.util.concurrent.LinkedBlockingQueue.capacity", 5_000));
    assertThat(limit(ENDLESS)).isNull();
  }

  @Test
  void anOverrideThatEvicts() {
    assertThat(limit(EVICTING)).isEqualTo(new Limit(name(Evicting.class, "removeEldestEntry"), -1));
    assertThat(limit(PLAIN)).isNull();
  }

  @Test
  void forWhatLiesInTheContainer() {
    Object[] entry = {new Segment()};
    BOUNDED.objects.put("entry", entry);
    assertThat(walker.ofElement(entry).limit())
        .isEqualTo(new Limit(name(Bounded.class, "_maxEntries"), 900));
    assertThat(walker.ofElement(entry[0]).limit())
        .as("any number for each entry")
        .isEqualTo(new Limit(name(Bounded.class, "_maxEntries"), -1));
    assertThat(walker.ofElement(BOUNDED.segment).limit()).as("in no container").isNull();
  }

  private Limit limit(Object container) {
    return walker.find(container).path().facts().limit();
  }

  private static String name(Class<?> declaring, String member) {
    return declaring.getName() + '.' + member;
  }

  /** A holder with a limit, and other numbers that are none. */
  static final class Bounded {
    final int initialCapacity = 64;
    final int maxEntries = unbounded();
    final long _maxEntries = 900;
    final int maxRetries = 1_000;
    final Map<String, String> entries = new HashMap<>();
    final Map<String, Object[]> objects = new HashMap<>();
    final List<String> wrappedList = new ArrayList<>();
    final List<String> list = Collections.synchronizedList(wrappedList);
    final Segment segment = new Segment();

    private static int unbounded() {
      return Integer.MAX_VALUE;
    }
  }

  /** As Caffeine's. */
  static final class Expiring {
    final long expiresAfterWriteNanos = 600_000_000_000L;
    final Map<String, String> entries = new HashMap<>();
  }

  /** As Guava's. */
  static final class Segment {
    final long maxSegmentWeight = 250;
    final AtomicReferenceArray<String> table = new AtomicReferenceArray<>(16);
    final OwnTable own = new OwnTable();
  }

  static final class OwnTable {
    int capacity = 4_096;
    String[] names = new String[capacity];
  }

  static final class Evicting<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > 100;
    }
  }
}
