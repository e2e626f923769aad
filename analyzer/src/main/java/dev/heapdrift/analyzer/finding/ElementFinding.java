package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.Frame;

/** A finding that looks inside: what the elements are, or whether they are found again. */
public sealed interface ElementFinding extends Finding {

  /**
   * A queue of tasks most of which are cancelled.
   *
   * @param details what every kind tells
   * @param share of the sampled tasks that are cancelled, 0 to 1
   */
  record CancelledTasks(Details details, double share) implements ElementFinding {
    @Override
    public Kind kind() {
      return Kind.CANCELLED_TASKS;
    }

    @Override
    public Finding with(Details other) {
      return new CancelledTasks(other, share);
    }
  }

  /**
   * A map or set whose entries are asked to leave by a key that does not find them.
   *
   * @param details what every kind tells
   * @param removal the line that asks
   */
  record MutatedKey(Details details, Frame removal) implements ElementFinding {
    @Override
    public Kind kind() {
      return Kind.MUTATED_KEY;
    }

    @Override
    public Finding with(Details other) {
      return new MutatedKey(other, removal);
    }
  }

  /**
   * Exceptions that somebody keeps, and with them their stacks and all that they refer to.
   *
   * @param details what every kind tells
   * @param held whether a collection was seen to hold them; else its stacks are those of survivors
   */
  record ExceptionRetention(Details details, boolean held) implements ElementFinding {
    @Override
    public Kind kind() {
      return Kind.EXCEPTION_RETENTION;
    }

    @Override
    public Finding with(Details other) {
      return new ExceptionRetention(other, held);
    }
  }

  /**
   * A map that makes equal objects one and the same, and keeps them all.
   *
   * @param details what every kind tells
   */
  record Interning(Details details) implements ElementFinding {
    @Override
    public Kind kind() {
      return Kind.INTERNING;
    }

    @Override
    public Finding with(Details other) {
      return new Interning(other);
    }
  }

  /**
   * Objects that wait for the JVM's finalizer thread.
   *
   * @param details what every kind tells
   */
  record FinalizerBacklog(Details details) implements ElementFinding {
    @Override
    public Kind kind() {
      return Kind.FINALIZER_BACKLOG;
    }

    @Override
    public Finding with(Details other) {
      return new FinalizerBacklog(other);
    }
  }
}
