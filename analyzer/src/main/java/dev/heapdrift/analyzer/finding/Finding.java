package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.Frame;

/**
 * Something that grows, what kind of leak it would be, and what the series says about it. Reports
 * switch over {@link #kind()} without a default, so that a new kind cannot be forgotten.
 */
public sealed interface Finding
    permits Finding.UnboundedCache,
        Finding.UnboundedCollection,
        Finding.QueueBacklog,
        Finding.ThreadLocalLeak,
        Finding.ListenerLeak,
        Finding.WeakMapRetainsKeys,
        Finding.RegistryGrowth,
        Finding.GrowingArray,
        Finding.LinkedStructure,
        Finding.CleanerCapturesReferent,
        Finding.ClosureCapture,
        Finding.Unended,
        Finding.AllocationGrowth,
        ElementFinding {

  /** What every kind tells. */
  Details details();

  /** What kind of leak it is. */
  Kind kind();

  /** The same finding with other details. */
  Finding with(Details details);

  /** Shorthand for the verdict of the details. */
  default Verdict verdict() {
    return details().verdict();
  }

  /**
   * A map that is looked into before it is filled, and that nothing bounds.
   *
   * @param details what every kind tells
   */
  record UnboundedCache(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.UNBOUNDED_CACHE;
    }

    @Override
    public Finding with(Details other) {
      return new UnboundedCache(other);
    }
  }

  /**
   * A collection or map that only grows, nothing more specific being known.
   *
   * @param details what every kind tells
   */
  record UnboundedCollection(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.UNBOUNDED_COLLECTION;
    }

    @Override
    public Finding with(Details other) {
      return new UnboundedCollection(other);
    }
  }

  /**
   * A queue that is filled faster than it is emptied.
   *
   * @param details what every kind tells
   * @param scheduler whether it is the work queue of a scheduler or timer, where cancelled tasks
   *     stay
   */
  record QueueBacklog(Details details, boolean scheduler) implements Finding {
    @Override
    public Kind kind() {
      return Kind.QUEUE_BACKLOG;
    }

    @Override
    public Finding with(Details other) {
      return new QueueBacklog(other, scheduler);
    }
  }

  /**
   * Values of thread-locals that pile up in long-lived threads.
   *
   * @param details what every kind tells
   */
  record ThreadLocalLeak(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.THREAD_LOCAL_LEAK;
    }

    @Override
    public Finding with(Details other) {
      return new ThreadLocalLeak(other);
    }
  }

  /**
   * Listeners that are registered and never taken out.
   *
   * @param details what every kind tells
   * @param registration the frame whose method takes the listener, such as {@code Bus.addListener},
   *     or null when only the elements tell
   */
  record ListenerLeak(Details details, Frame registration) implements Finding {
    @Override
    public Kind kind() {
      return Kind.LISTENER_LEAK;
    }

    @Override
    public Finding with(Details other) {
      return new ListenerLeak(other, registration);
    }
  }

  /**
   * A weak map whose entries survive collections, as when its values reach their keys.
   *
   * @param details what every kind tells
   */
  record WeakMapRetainsKeys(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.WEAK_MAP_VALUE_RETAINS_KEY;
    }

    @Override
    public Finding with(Details other) {
      return new WeakMapRetainsKeys(other);
    }
  }

  /**
   * A registry inside the JDK that the application keeps filling.
   *
   * @param details what every kind tells
   * @param registry its class, such as {@code java.io.DeleteOnExitHook}
   */
  record RegistryGrowth(Details details, String registry) implements Finding {
    @Override
    public Kind kind() {
      return Kind.REGISTRY;
    }

    @Override
    public Finding with(Details other) {
      return new RegistryGrowth(other, registry);
    }
  }

  /**
   * An object outside the JDK whose array grows and whose meaning is not known.
   *
   * @param details what every kind tells
   */
  record GrowingArray(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.GROWING_ARRAY;
    }

    @Override
    public Finding with(Details other) {
      return new GrowingArray(other);
    }
  }

  /**
   * Nodes that hold each other and pile up, without a container.
   *
   * @param details what every kind tells
   */
  record LinkedStructure(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.LINKED_STRUCTURE;
    }

    @Override
    public Finding with(Details other) {
      return new LinkedStructure(other);
    }
  }

  /**
   * Objects registered with a {@code java.lang.ref.Cleaner} that never become unreachable.
   *
   * @param details what every kind tells
   */
  record CleanerCapturesReferent(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.CLEANER_CAPTURES_REFERENT;
    }

    @Override
    public Finding with(Details other) {
      return new CleanerCapturesReferent(other);
    }
  }

  /**
   * Closures that somebody keeps, and with them what they capture.
   *
   * @param details what every kind tells
   */
  record ClosureCapture(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.CLOSURE_CAPTURE;
    }

    @Override
    public Finding with(Details other) {
      return new ClosureCapture(other);
    }
  }

  /**
   * Threads, class loaders, direct buffers or resources that are made again and again and stay.
   *
   * @param kind which of them
   * @param details what every kind tells: of the container that holds them where one is known
   * @param made the line that makes them where a container is known; else null, since the insertion
   *     site is that line
   */
  record Unended(Kind kind, Details details, Frame made) implements Finding {
    @Override
    public Finding with(Details other) {
      return new Unended(kind, other, made);
    }
  }

  /**
   * Objects that pile up and of which nothing is known but where they are allocated.
   *
   * @param details what every kind tells
   */
  record AllocationGrowth(Details details) implements Finding {
    @Override
    public Kind kind() {
      return Kind.ALLOCATION_GROWTH;
    }

    @Override
    public Finding with(Details other) {
      return new AllocationGrowth(other);
    }
  }
}
