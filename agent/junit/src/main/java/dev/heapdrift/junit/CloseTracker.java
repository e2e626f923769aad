package dev.heapdrift.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Follows what must be closed, and fails the test that leaves any of it open, with the line that
 * opened it.
 *
 * <p>As {@code @RegisterExtension final CloseTracker tracker = new CloseTracker()} it checks after
 * each test; in plain code {@code try (CloseTracker tracker = new CloseTracker())} checks at the
 * end of the block. It needs no agent, holds none of the resources, and may be used from any
 * thread.
 */
public final class CloseTracker implements AfterEachCallback, AutoCloseable {

  /** Something opened; its stack is taken where it was. */
  private static final class Opened extends Exception {
    private static final long serialVersionUID = 1L;

    Opened(String what) {
      super(what);
    }
  }

  private final Set<Opened> open = new LinkedHashSet<>();

  /** Creates a tracker of nothing yet. */
  public CloseTracker() {}

  /**
   * Follows a resource behind an interface.
   *
   * @param type the interface; what is returned has no other
   * @param resource what must be closed
   * @param <T> the interface
   * @return the resource to be used from now on: it does all that {@code resource} does
   * @throws IllegalArgumentException when {@code type} is a class; use {@link #opened} then
   */
  public <T extends AutoCloseable> T track(Class<T> type, T resource) {
    Objects.requireNonNull(resource, "resource");
    if (!type.isInterface()) {
      throw new IllegalArgumentException(
          type.getName() + " is no interface: close the handle that opened(name) gives");
    }
    Handle handle = opened(resource.getClass().getTypeName());
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Forward(resource, handle)));
  }

  /**
   * Follows anything else that has an end.
   *
   * @param what its name, for the report
   * @return to be closed when it ends
   */
  public Handle opened(String what) {
    Opened opened = new Opened(Objects.requireNonNull(what, "what"));
    synchronized (open) {
      open.add(opened);
    }
    return () -> {
      synchronized (open) {
        open.remove(opened);
      }
    };
  }

  /**
   * Asserts that everything was closed, and forgets what was not.
   *
   * @throws AssertionError with what is open, and the stack that opened each as a suppressed one
   */
  public void assertAllClosed() {
    List<Opened> left;
    synchronized (open) {
      left = new ArrayList<>(open);
      open.clear();
    }
    if (!left.isEmpty()) {
      StringBuilder text = new StringBuilder("heapdrift: not closed:");
      left.forEach(each -> text.append("\n  ").append(line(each)));
      AssertionError failure = Outcomes.failed(text.toString());
      left.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertAllClosed();
  }

  /** The same as {@link #assertAllClosed}. */
  @Override
  public void close() {
    assertAllClosed();
  }

  private static String line(Opened opened) {
    for (StackTraceElement frame : opened.getStackTrace()) {
      if (!frame.getClassName().equals(CloseTracker.class.getName())) {
        return opened.getMessage() + ", opened at " + frame;
      }
    }
    return opened.getMessage();
  }

  /** What ends the following of one resource; a second time does nothing. */
  @FunctionalInterface
  public interface Handle extends AutoCloseable {
    @Override
    void close();
  }

  /** Hands every call on; closing, even one that fails, ends the following. */
  private record Forward(AutoCloseable resource, Handle handle) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
        return proxy == arguments[0];
      }
      if (method.getName().equals("close") && method.getParameterCount() == 0) {
        handle.close();
      }
      try {
        return method.invoke(resource, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
