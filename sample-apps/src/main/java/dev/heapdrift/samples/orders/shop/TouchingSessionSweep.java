package dev.heapdrift.samples.orders.shop;

/**
 * The bug: looks each session up by the method that requests use, which counts as a use, so that no
 * session ever becomes idle.
 */
final class TouchingSessionSweep implements SessionSweep {

  @Override
  public void sweep(Sessions sessions) {
    for (String token : sessions.byToken().keySet()) {
      boolean idle =
          sessions.use(token).map(session -> session.idle(Sessions.IDLE.toNanos())).orElse(false);
      if (idle) {
        sessions.byToken().remove(token);
      }
    }
  }
}
