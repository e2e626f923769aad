package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.control.Command;
import dev.heapdrift.agent.door.DoorInstaller;
import dev.heapdrift.agent.work.ApiCounters;
import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.ask.Verb;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What other threads ask the agent for: the application's through the API, and the shutdown hook.
 * Requests queue here; the agent's thread serves them between two ticks. Built from structures that
 * carry no hook of the level watch; what is allocated here counts for nobody.
 */
final class Requests implements BiFunction<String, Object, Object> {

  /** How long a caller of the API waits; a walk over a large heap may be under way. */
  private static final long PATIENCE_MILLIS = 30_000;

  /** Something somebody waits for. */
  record Request(Verb verb, Object argument, CompletableFuture<Object> answer) {}

  private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
  private final ApiCounters work = new ApiCounters();
  private final Thread server;
  private volatile Bulletin bulletin;
  private volatile boolean leaving;

  /** Queues for {@code server}, which is woken for each request. */
  Requests(Thread server) {
    this.server = server;
  }

  /**
   * What the door's control function answers. Called on application threads.
   *
   * @return the answer, or a line that begins with {@link Verb#ERROR}; null when the agent leaves
   */
  @Override
  public Object apply(String verb, Object argument) {
    if (verb.equals(DoorInstaller.PRESENT)) {
      return verb;
    }
    if (leaving) {
      return null;
    }
    boolean entered = Door.enter();
    try {
      Verb asked = Verb.of(verb);
      return asked == null ? unknown(verb) : answer(asked, argument);
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  private Object answer(Verb verb, Object argument) {
    return switch (verb) {
      case DETACH -> detach();
      case COMMAND -> command((String) argument);
      case TRACING_ACTIVE -> Allocations.isOpen();
      case WORK_COUNTER -> work.offer(argument) ? "counted" : Verb.ERROR + "not counted";
      case ATTACH, EXIT -> unknown(verb.text()); // nothing that an application may ask for
      default -> await(verb, argument, PATIENCE_MILLIS);
    };
  }

  private static String unknown(String verb) {
    return Verb.ERROR + "unknown request " + verb;
  }

  /** A command from outside, on the JVM's attach thread; nothing before answers can be told. */
  private String command(String text) {
    Bulletin board = bulletin;
    if (board == null) {
      return null;
    }
    Command.parse(text).run(options -> false, board);
    return "answered";
  }

  /** Where commands are answered from now on. */
  void answersTo(Bulletin board) {
    bulletin = board;
  }

  /** The agent's thread sees that, takes the hooks out and ends. */
  private String detach() {
    leave();
    LockSupport.unpark(server);
    return "detaching";
  }

  /** From now on nobody is answered. */
  void leave() {
    leaving = true;
    Door.open(false);
  }

  /** Whether the agent is to leave. */
  boolean leaving() {
    return leaving;
  }

  /** Asks for something and waits for it at most {@code millis}. */
  Object await(Verb verb, Object argument, long millis) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    waiting.add(new Request(verb, argument, answer));
    LockSupport.unpark(server);
    try {
      return answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verb.ERROR + "interrupted while waiting for the agent";
    } catch (TimeoutException e) {
      return Verb.ERROR + "no answer within " + millis + " ms";
    } catch (ExecutionException e) {
      return Verb.ERROR + e.getCause();
    }
  }

  /** Hands every waiting request to {@code server}. Agent thread only. */
  void serve(Consumer<Request> server) {
    for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
      server.accept(next);
    }
  }

  /** The counters of work that the API has handed over. */
  ApiCounters work() {
    return work;
  }

  /** Whether somebody waits; long work on the agent's thread looks here and cuts itself short. */
  boolean pending() {
    return !waiting.isEmpty();
  }
}
