package dev.heapdrift.agent.owner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Lists the live platform threads without asking them for their stacks, as {@code
 * Thread.getAllStackTraces} would, which stops each of them; and past thread groups, whose methods
 * an application may override. Needs {@code java.lang} to be open to the agent.
 */
public final class LiveThreads implements Supplier<Thread[]> {
  private final Method getThreads;

  /**
   * Finds the JDK's own method.
   *
   * @throws ReflectiveOperationException where this JDK has none
   */
  public LiveThreads() throws ReflectiveOperationException {
    getThreads = Thread.class.getDeclaredMethod("getThreads");
    getThreads.setAccessible(true);
  }

  /** The live threads, or none where the JVM refuses. */
  @Override
  public Thread[] get() {
    try {
      return (Thread[]) getThreads.invoke(null);
    } catch (IllegalAccessException | InvocationTargetException refused) {
      return new Thread[0];
    }
  }
}
