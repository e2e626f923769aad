package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Owner;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * The queue of objects that wait for the JVM's finalizer thread, told as a container once it was
 * long. Nothing is hooked: all references of the JVM pass the method that would be.
 *
 * <p>Its length is a bean's; the classes of what waits are read from the front of the queue, of
 * which the finalizer thread may take away elements meanwhile. Belongs to the agent's thread.
 */
final class FinalizerQueue {
  /** Containers are numbered from 1. */
  static final long ID = 0;

  /** Waiting objects from which on it is told: most programs never have so many at a time. */
  private static final int NOTICED = 64;

  /** Waiting objects whose class is looked at. */
  private static final int SAMPLE = 32;

  private static final String FINALIZER = "java.lang.ref.Finalizer";
  private static final String FIELD = FINALIZER + ".queue";

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final Heap heap;
  private long noticedMillis = -1;
  private long noticedEpoch;
  private long grownMillis;
  private long growths;
  private long last;
  private long most;

  FinalizerQueue(Heap heap) {
    this.heap = heap;
  }

  /** What a snapshot says about it; null while it has never been long. */
  @SuppressWarnings("deprecation") // by JEP 421, as finalization is; nothing else tells the count
  ContainerFacts facts(Now now) {
    long waiting = memory.getObjectPendingFinalizationCount();
    if (noticedMillis < 0 && waiting < NOTICED) {
      return null;
    }
    if (noticedMillis < 0) {
      noticedMillis = now.uptimeMillis();
      noticedEpoch = now.gcEpoch();
    }
    if (waiting > last) {
      growths++;
      grownMillis = now.uptimeMillis();
    }
    last = waiting;
    most = Math.max(most, waiting);
    return new ContainerFacts(
        ID,
        ReferenceQueue.class.getName(),
        ContainerFacts.Structure.QUEUE,
        new Owner("static " + FIELD, Owner.Kind.STATIC, FIELD),
        noticedMillis,
        grownMillis,
        (int) Math.min(Integer.MAX_VALUE, now.gcEpoch() - noticedEpoch),
        growths,
        waiting,
        now.uptimeMillis(),
        most,
        -1,
        List.of(),
        List.of(),
        List.of(),
        ElementSampler.shares(first()),
        null,
        null);
  }

  /** The objects that wait at its front; none where the JDK keeps it otherwise. */
  private List<Object> first() {
    List<Object> waiting = new ArrayList<>();
    Object node = head();
    long referent = heap.offset(Reference.class, "referent");
    long next = heap.offset(Reference.class, "next");
    for (int i = 0; node instanceof Reference && i < SAMPLE && referent >= 0 && next >= 0; i++) {
      Object object = heap.reference(node, referent);
      if (object != null) {
        waiting.add(object);
      }
      Object behind = heap.reference(node, next);
      node = behind == node ? null : behind; // the last one, or one just taken out
    }
    return waiting;
  }

  private Object head() {
    try {
      Class<?> finalizer = Class.forName(FINALIZER, false, null);
      long field = heap.offset(finalizer, "queue");
      long head = heap.offset(ReferenceQueue.class, "head");
      Object queue = field < 0 ? null : heap.reference(finalizer, field);
      return queue instanceof ReferenceQueue && head >= 0 ? heap.reference(queue, head) : null;
    } catch (ClassNotFoundException gone) {
      return null; // finalization is deprecated for removal
    }
  }
}
