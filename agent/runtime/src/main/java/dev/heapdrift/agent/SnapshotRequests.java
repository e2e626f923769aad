package dev.heapdrift.agent;

import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Snapshots that other threads wait for: the application's through the API, and the shutdown
 * hook's. They queue here; the agent's thread serves them between two ticks. Built from structures
 * that carry no hook.
 */
final class SnapshotRequests implements BiFunction<String, Object, Object> {

  /** How long a caller of the API waits; a walk over a large heap may be under way. */
  private static final long PATIENCE_MILLIS = 30_000;

  /** A snapshot somebody waits for; {@code file} is null for the next name of the series. */
  record Request(Trigger trigger, String file, CompletableFuture<String> answer) {}

  private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
  private final Thread server;

  /** Queues for {@code server}, which is woken for each request. */
  SnapshotRequests(Thread server) {
    this.server = server;
  }

  /**
   * What the door's control function answers. Called on application threads.
   *
   * @return the written file's path, or a line that begins with {@code "error: "}
   */
  @Override
  public Object apply(String verb, Object argument) {
    return switch (verb) {
      case "snapshot" -> await(Trigger.REQUEST, (String) argument, PATIENCE_MILLIS);
      case "detach" -> detach();
      default -> "error: unknown request " + verb;
    };
  }

  /** Closes the door; the agent's thread sees that, takes the hooks out and ends. */
  private String detach() {
    Door.open(false);
    LockSupport.unpark(server);
    return "detaching";
  }

  /** Asks for a snapshot and waits for it at most {@code millis}. */
  String await(Trigger trigger, String file, long millis) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    waiting.add(new Request(trigger, file, answer));
    LockSupport.unpark(server);
    try {
      return answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "error: interrupted while waiting for the snapshot";
    } catch (TimeoutException e) {
      return "error: no snapshot within " + millis + " ms";
    } catch (ExecutionException e) {
      return "error: " + e.getCause();
    }
  }

  /** Hands every waiting request to {@code server}. Agent thread only. */
  void serve(Consumer<Request> server) {
    for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
      server.accept(next);
    }
  }

  /** Whether somebody waits; long work on the agent's thread looks here and cuts itself short. */
  boolean pending() {
    return !waiting.isEmpty();
  }
}
