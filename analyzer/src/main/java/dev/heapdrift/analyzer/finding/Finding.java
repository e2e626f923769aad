package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.Frame;

/**
 * Something that grows, what kind of leak it would be, and what the series says about it. Most
 * kinds have nothing to tell beyond the details; those that have are records of their own. Reports
 * switch over {@link #kind()} without a default, so that a new kind cannot be forgotten.
 */
public sealed interface Finding {

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
   * A finding whose kind says it all.
   *
   * @param kind one that has no record of its own here
   * @param details what every kind tells
   */
  record Plain(Kind kind, Details details) implements Finding {
    @Override
    public Finding with(Details other) {
      return new Plain(kind, other);
    }
  }

  /**
   * {@link Kind#QUEUE_BACKLOG}.
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
   * {@link Kind#CANCELLED_TASKS}.
   *
   * @param details what every kind tells
   * @param share of the sampled tasks that are cancelled, 0 to 1
   */
  record CancelledTasks(Details details, double share) implements Finding {
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
   * {@link Kind#LISTENER_LEAK}.
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
   * {@link Kind#MUTATED_KEY}.
   *
   * @param details what every kind tells
   * @param removal the line that asks entries to leave
   */
  record MutatedKey(Details details, Frame removal) implements Finding {
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
   * {@link Kind#EXCEPTION_RETENTION}.
   *
   * @param details what every kind tells
   * @param held whether a collection was seen to hold them; else its stacks are those of survivors
   */
  record ExceptionRetention(Details details, boolean held) implements Finding {
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
   * {@link Kind#REGISTRY}.
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
   * What should end and stays: {@link Kind#THREAD_LEAK}, {@link Kind#CLASS_LOADER_LEAK}, {@link
   * Kind#DIRECT_BUFFER_LEAK}, {@link Kind#UNCLOSED_RESOURCE}, or {@link
   * Kind#CLEANER_CAPTURES_REFERENT} where the registrations themselves were followed.
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
}
