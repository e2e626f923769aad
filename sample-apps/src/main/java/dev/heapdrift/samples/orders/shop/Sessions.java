package dev.heapdrift.samples.orders.shop;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in, by token. A {@link SessionSweep} ends idle sessions now and then. */
final class Sessions {

  /** Short, so that a demonstration of some seconds sees sessions come and go. */
  static final Duration IDLE = Duration.ofSeconds(4);

  private final Map<String, Session> byToken = new ConcurrentHashMap<>();

  /** Logs a customer in and returns the token of the session. */
  String open(String customer) {
    String token = UUID.randomUUID().toString();
    byToken.put(token, new Session(customer)); // grows: session-store
    return token;
  }

  /** The session, which now counts as used. */
  Optional<Session> use(String token) {
    Session session = token == null ? null : byToken.get(token);
    if (session != null) {
      session.touch();
    }
    return Optional.ofNullable(session);
  }

  Map<String, Session> byToken() {
    return byToken;
  }

  int size() {
    return byToken.size();
  }
}
