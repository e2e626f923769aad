package dev.heapdrift.analyzer.finding;

/** The kinds of findings by the names that scripts read. */
public enum Kind {
  /** See {@link Finding.UnboundedCache}. */
  UNBOUNDED_CACHE("unbounded-cache"),
  /** See {@link Finding.UnboundedCollection}. */
  UNBOUNDED_COLLECTION("unbounded-collection"),
  /** See {@link Finding.QueueBacklog}. */
  QUEUE_BACKLOG("queue-backlog"),
  /** See {@link ElementFinding.CancelledTasks}. */
  CANCELLED_TASKS("cancelled-tasks"),
  /** See {@link Finding.ThreadLocalLeak}. */
  THREAD_LOCAL_LEAK("thread-local-leak"),
  /** See {@link Finding.ListenerLeak}. */
  LISTENER_LEAK("listener-leak"),
  /** See {@link Finding.WeakMapRetainsKeys}. */
  WEAK_MAP_VALUE_RETAINS_KEY("weak-map-value-retains-key"),
  /** See {@link ElementFinding.MutatedKey}. */
  MUTATED_KEY("mutated-key"),
  /** See {@link ElementFinding.ExceptionRetention}. */
  EXCEPTION_RETENTION("exception-retention"),
  /** See {@link ElementFinding.Interning}. */
  INTERNING("interning"),
  /** See {@link ElementFinding.FinalizerBacklog}. */
  FINALIZER_BACKLOG("finalizer-backlog"),
  /** See {@link Finding.RegistryGrowth}. */
  REGISTRY("registry"),
  /** See {@link Finding.GrowingArray}. */
  GROWING_ARRAY("growing-array"),
  /** See {@link Finding.LinkedStructure}. */
  LINKED_STRUCTURE("linked-structure"),
  /** See {@link Finding.CleanerCapturesReferent}. */
  CLEANER_CAPTURES_REFERENT("cleaner-captures-referent"),
  /** See {@link Finding.ClosureCapture}. */
  CLOSURE_CAPTURE("closure-capture"),
  /** See {@link Finding.Unended}. */
  THREAD_LEAK("thread-leak"),
  /** See {@link Finding.Unended}. */
  CLASS_LOADER_LEAK("class-loader-leak"),
  /** See {@link Finding.Unended}. */
  DIRECT_BUFFER_LEAK("direct-buffer-leak"),
  /** See {@link Finding.Unended}. */
  UNCLOSED_RESOURCE("unclosed-resource"),
  /** See {@link Finding.AllocationGrowth}. */
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
