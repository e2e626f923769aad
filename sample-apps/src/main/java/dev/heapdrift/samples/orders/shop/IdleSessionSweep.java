package dev.heapdrift.samples.orders.shop;

/** Ends what has been idle for {@link Sessions#IDLE}. */
final class IdleSessionSweep implements SessionSweep {

  @Override
  public void sweep(Sessions sessions) {
    sessions.byToken().values().removeIf(session -> session.idle(Sessions.IDLE.toNanos()));
  }
}
