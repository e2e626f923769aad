package dev.heapdrift.analyzer.finding;

/** The kinds of findings by the names that scripts read. */
public enum Kind {
  /** A map that is looked into before it is filled, and that nothing bounds. */
  UNBOUNDED_CACHE("unbounded-cache"),
  /** A collection or map that only grows, nothing more specific being known. */
  UNBOUNDED_COLLECTION("unbounded-collection"),
  /** A queue that is filled faster than it is emptied. */
  QUEUE_BACKLOG("queue-backlog"),
  /** A queue of tasks most of which are cancelled. */
  CANCELLED_TASKS("cancelled-tasks"),
  /** Values of thread-locals that pile up in long-lived threads. */
  THREAD_LOCAL_LEAK("thread-local-leak"),
  /** Listeners that are registered and never taken out. */
  LISTENER_LEAK("listener-leak"),
  /** A weak map whose entries survive collections, as when its values reach their keys. */
  WEAK_MAP_VALUE_RETAINS_KEY("weak-map-value-retains-key"),
  /** A map or set whose entries are asked to leave by a key that does not find them. */
  MUTATED_KEY("mutated-key"),
  /** Exceptions that somebody keeps, and with them their stacks and all that they refer to. */
  EXCEPTION_RETENTION("exception-retention"),
  /** A map that makes equal objects one and the same, and keeps them all. */
  INTERNING("interning"),
  /** Objects that wait for the JVM's finalizer thread. */
  FINALIZER_BACKLOG("finalizer-backlog"),
  /** A registry inside the JDK that the application keeps filling. */
  REGISTRY("registry"),
  /** An object outside the JDK whose array grows and whose meaning is not known. */
  GROWING_ARRAY("growing-array"),
  /** Nodes that hold each other and pile up, without a container. */
  LINKED_STRUCTURE("linked-structure"),
  /** Objects registered with a {@code java.lang.ref.Cleaner} that never become unreachable. */
  CLEANER_CAPTURES_REFERENT("cleaner-captures-referent"),
  /** Closures that somebody keeps, and with them what they capture. */
  CLOSURE_CAPTURE("closure-capture"),
  /** Threads that are started again and again and do not end. */
  THREAD_LEAK("thread-leak"),
  /** Class loaders, each with all its classes, that are made again and again and stay. */
  CLASS_LOADER_LEAK("class-loader-leak"),
  /** Buffers outside the heap that are kept, and with them their memory. */
  DIRECT_BUFFER_LEAK("direct-buffer-leak"),
  /** Files, sockets and other resources that are opened and not closed. */
  UNCLOSED_RESOURCE("unclosed-resource"),
  /** Objects that pile up and of which nothing is known but where they are allocated. */
  ALLOCATION_GROWTH("allocation-growth");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** The name in reports, such as {@code unbounded-collection}. */
  public String label() {
    return label;
  }
}
