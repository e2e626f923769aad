package dev.heapdrift.agent.alloc;

import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.hooks.Door;
import java.util.Arrays;

/**
 * Traces every object.
 *
 * <p>Budget, per object of an application's site at one frame: one weak reference of 32 bytes and
 * one slot, no lock, no guard, some 20 ns before the collector's share. Objects that the JDK makes
 * cost a walk of the stack.
 */
final class ExactRecorder extends Allocations.Recorder {

  private final Tracer tracer;
  private final Intake intake;

  /** The last trace of each direct site; a lost update costs a look into the table. */
  private volatile Trace[] last = new Trace[0];

  ExactRecorder(Tracer tracer, Intake intake) {
    this.tracer = tracer;
    this.intake = intake;
  }

  @Override
  public void object(Object made, int site) {
    Trace[] all = last;
    Trace trace = site < all.length ? all[site] : null;
    if (trace != null && trace.key() == Trace.OBJECT) {
      intake.add(new TracedRef(made, trace.id()));
    } else {
      slow(made, site, Trace.OBJECT, 0);
    }
  }

  @Override
  public void array(Object made, int kind, int length, int site) {
    long bytes = tracer.arrayBytes(kind, length);
    long key = Trace.keyOf(bytes);
    Trace[] all = last;
    Trace trace = site < all.length ? all[site] : null;
    if (trace != null && trace.key() == key) {
      add(made, trace, bytes);
    } else {
      slow(made, site, key, bytes);
    }
  }

  private void add(Object made, Trace trace, long bytes) {
    int id = trace.id();
    intake.add(trace.bytes() == 0 ? new TracedRef.Sized(made, id, bytes) : new TracedRef(made, id));
  }

  private void slow(Object made, int site, long key, long bytes) {
    boolean direct = tracer.isDirect(site);
    Trace trace = direct ? tracer.direct(site, key) : null;
    if (trace == null) {
      trace = guarded(made, site, key, bytes);
    }
    if (trace != null) {
      add(made, trace, bytes);
      if (direct) {
        remember(site, trace);
      }
    }
  }

  private Trace guarded(Object made, int site, long key, long bytes) {
    if (!Door.enter()) {
      return null; // the agent's own, or made by the JDK for our slow path
    }
    try {
      return tracer.walked(made, site, key, bytes);
    } finally {
      Door.exit();
    }
  }

  private void remember(int site, Trace trace) {
    Trace[] all = last;
    if (site < all.length) {
      all[site] = trace;
    } else if (Door.enter()) {
      try {
        grow(site);
      } finally {
        Door.exit();
      }
    }
  }

  private synchronized void grow(int site) {
    if (site >= last.length) {
      last = Arrays.copyOf(last, Math.max(1024, 2 * site));
    }
  }
}
