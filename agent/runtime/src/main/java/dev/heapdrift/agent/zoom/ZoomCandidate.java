package dev.heapdrift.agent.zoom;

import dev.heapdrift.snapshot.Frame;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;

/**
 * A container that keeps growing.
 *
 * @param id its number in the registry
 * @param container the registry's reference to it
 * @param type its class, or null where that is a class whose static array grows
 * @param stacks asked for its growth stacks when it is taken on; most frequent first, each with the
 *     most recent frame first
 * @param holder name of the class whose field holds it, looked at where no stack tells; or null
 * @param wrappers objects around it, as the owner walk found them; may be empty
 * @param lastRiseMillis JVM uptime at which it was last seen growing, in ms
 */
public record ZoomCandidate(
    long id,
    WeakReference<Object> container,
    Class<?> type,
    Supplier<List<List<Frame>>> stacks,
    String holder,
    List<WeakReference<Object>> wrappers,
    long lastRiseMillis) {

  /** Copies the list. */
  public ZoomCandidate {
    wrappers = List.copyOf(wrappers);
  }
}
