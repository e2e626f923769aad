package dev.heapdrift.samples.orders.shop;

import java.util.Optional;
import java.util.stream.Stream;

/** A bug that can be switched on; without any, the service keeps a steady heap. */
public enum Leak {
  /** See {@link RequestKeyedPriceCache}. */
  PRICE_CACHE("price-cache", "a static price cache whose key contains the visitor's session"),
  /** See {@link EveryOrderJournal}. */
  ORDER_LIST("order-list", "a list of the latest orders that keeps all of them"),
  /** See {@link OneByOneAuditWriter}. */
  AUDIT_QUEUE("audit-queue", "an audit queue whose writer takes one event a turn"),
  /** A request context that is filled on a pooled thread and never cleared. */
  REQUEST_CONTEXT("request-context", "a thread-local map on pooled threads, never cleared"),
  /** See {@link ForgetfulOrderWatch}. */
  EVENT_LISTENERS("event-listeners", "listeners on the event bus that nobody takes off"),
  /** See {@link TouchingSessionSweep}. */
  SESSION_STORE("session-store", "sessions that the idle check itself keeps alive");

  private final String id;
  private final String summary;

  Leak(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** What is wrong, in one line. */
  public String summary() {
    return summary;
  }

  /** The leak with that name on the command line. */
  public static Optional<Leak> byId(String id) {
    return Stream.of(values()).filter(leak -> leak.id.equals(id)).findFirst();
  }
}
