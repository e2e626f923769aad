package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.FutureTask;

/**
 * Tells what sampled elements are beyond their classes: by fields that only the JDK's classes
 * declare, and by identity. No method of an element is called. Belongs to the agent's thread.
 */
final class ElementNatures {
  /** From {@code FutureTask.CANCELLED} on: cancelled, being interrupted, interrupted. */
  private static final int FUTURE_CANCELLED = 4;

  /** {@code TimerTask.CANCELLED}. */
  private static final int TIMER_CANCELLED = 3;

  private final Heap heap;
  private final long futureState;
  private final long timerState;

  ElementNatures(Heap heap) {
    this.heap = heap;
    this.futureState = heap.offset(FutureTask.class, "state");
    this.timerState = heap.offset(TimerTask.class, "state");
  }

  /**
   * What they are.
   *
   * @param elements sampled elements
   * @param contents what each of them stands for: the value, or the key of a set; may be null
   * @return null when they are too few to tell
   */
  ElementNature of(List<ElementReader.Element> elements, List<Object> contents) {
    if (elements.size() < ElementNature.ENOUGH) {
      return null;
    }
    int tasks = 0;
    int cancelled = 0;
    int throwables = 0;
    for (Object content : contents) {
      tasks += showsState(content) ? 1 : 0;
      cancelled += isCancelled(content) ? 1 : 0;
      throwables += content instanceof Throwable ? 1 : 0;
    }
    int ownKeys = 0;
    for (ElementReader.Element e : elements) {
      ownKeys += e.key() != null && e.key() == e.value() ? 1 : 0;
    }
    double all = elements.size();
    return new ElementNature(tasks == 0 ? -1 : cancelled / all, throwables / all, ownKeys / all);
  }

  private boolean showsState(Object content) {
    return (content instanceof FutureTask && futureState >= 0)
        || (content instanceof TimerTask && timerState >= 0);
  }

  private boolean isCancelled(Object content) {
    if (content instanceof FutureTask && futureState >= 0) {
      return heap.intAt(content, futureState) >= FUTURE_CANCELLED;
    }
    return content instanceof TimerTask
        && timerState >= 0
        && heap.intAt(content, timerState) == TIMER_CANCELLED;
  }
}
