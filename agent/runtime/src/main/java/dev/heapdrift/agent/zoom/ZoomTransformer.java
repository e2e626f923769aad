package dev.heapdrift.agent.zoom;

import dev.heapdrift.hooks.Door;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * Changes the zoomed classes whenever they are retransformed: on the agent's thread by decision, on
 * any other thread, for another agent's sake, as decided before.
 */
final class ZoomTransformer implements ClassFileTransformer {
  private final SiteTable table;
  private volatile List<ZoomedClass> classes = List.of();
  private volatile Batch batch;

  /** A retransformation by the zoom itself. */
  private record Batch(Thread thread, LoadedTypes types) {}

  ZoomTransformer(SiteTable table) {
    this.table = table;
  }

  /** From now on these classes are changed, and only these. */
  void classes(List<ZoomedClass> zoomed) {
    classes = List.copyOf(zoomed);
  }

  /** The current thread is about to retransform; what loaded types mean is known. */
  void begin(LoadedTypes types) {
    batch = new Batch(Thread.currentThread(), types);
  }

  void end() {
    batch = null;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (redefined == null) {
      return null;
    }
    for (ZoomedClass zoomed : classes) {
      if (zoomed.is(redefined)) {
        return zoomed.isOff() ? null : transform(zoomed, bytes);
      }
    }
    return null;
  }

  private byte[] transform(ZoomedClass zoomed, byte[] bytes) {
    boolean entered = Door.enter();
    try {
      Batch now = batch;
      return now != null && now.thread() == Thread.currentThread()
          ? zoomed.decide(bytes, now.types(), table)
          : zoomed.again(bytes);
    } catch (Throwable damaged) {
      zoomed.switchOff(); // newer than ASM, or too large with the counting: left as it is
      return null;
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }
}
