package dev.heapdrift.agent.owner;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Ways in which applications hold containers. */
final class Holders {
  static final Class<?>[] CLASSES = {
    Holders.class, Shop.class, Tenant.class, Registry.class, Link.class, Book.class, Poller.class
  };

  static final Map<String, Object> CACHE = new HashMap<>();
  static final Shop INSTANCE = new Shop();
  static final Map<String, Object> WRAPPED = Collections.synchronizedMap(new HashMap<>());
  static final Set<String> NAMES = new HashSet<>();
  static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
  static final ThreadLocal<List<String>> CONTEXT = new ThreadLocal<>();
  static WeakReference<Object> weak;
  static SoftReference<Object> soft;
  static final AtomicReference<List<String>> CURRENT = new AtomicReference<>(new ArrayList<>());
  static final Link CHAIN = new Link(new Link(new Link(null)));
  static Link longChain;
  static final CompletableFuture<String> PENDING = new CompletableFuture<>();
  static final Queue<String> OUTBOX = new ConcurrentLinkedQueue<>();
  static final Map<Map<String, String>, String> KEYS = new HashMap<>();
  static final Set<List<String>> LISTS = new HashSet<>();
  static final NavigableMap<Integer, List<String>> SORTED = new ConcurrentSkipListMap<>();
  static final StringBuilder TEXT = new StringBuilder();
  static final Book BOOK = new Book();
  static volatile Map<String, String> swapped = Collections.synchronizedMap(new HashMap<>());
  static String[] grown = {};

  private Holders() {}

  static final class Shop {
    final Map<String, Tenant> tenants = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // what a few applications do
    final ThreadLocal<List<String>> perThread = new ThreadLocal<>();

    final Registry registry = new Registry();
  }

  static final class Tenant {
    final Map<String, String> cache = new HashMap<>();
    final Shop shop = INSTANCE;
  }

  static final class Registry {
    final Link link = new Link(null);
    private final List<String> entries = Collections.synchronizedList(new ArrayList<>());

    List<String> entries() {
      return entries;
    }
  }

  static final class Link {
    final Link next;
    final List<String> items = new ArrayList<>();

    Link(Link next) {
      this.next = next;
    }
  }

  static final class Book {
    Object[] orders = new Object[4];
    int size;
  }

  static final class Poller extends Thread {
    final List<String> polled = new ArrayList<>();

    Poller(Runnable task) {
      super(task, "customer 4711");
    }
  }
}
