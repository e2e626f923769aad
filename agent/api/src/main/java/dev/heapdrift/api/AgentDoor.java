package dev.heapdrift.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * The way to a running agent: some static methods of the class it defines in {@code java.base}.
 *
 * <p>That class can never be unloaded, so it is remembered once found. Its absence is not: an agent
 * may be attached at any time.
 */
final class AgentDoor {

  /** Where agents of this ABI listen; the name carries the version. */
  private static final String NAME = "java.lang.HeapdriftDoor1";

  private static volatile AgentDoor found;

  private final MethodHandle isOpen;
  private final MethodHandle control;
  private final MethodHandle enter;
  private final MethodHandle exit;

  /** Asks that class in place of the one in {@code java.base}; tests have their own. */
  AgentDoor(Class<?> door) throws ReflectiveOperationException {
    Lookup lookup = MethodHandles.publicLookup();
    isOpen = lookup.findStatic(door, "isOpen", MethodType.methodType(boolean.class));
    control =
        lookup.findStatic(
            door, "control", MethodType.methodType(Object.class, String.class, Object.class));
    enter = lookup.findStatic(door, "enter", MethodType.methodType(boolean.class));
    exit = lookup.findStatic(door, "exit", MethodType.methodType(void.class));
  }

  /** The door, or null where no agent has ever been in this JVM. */
  static AgentDoor find() {
    AgentDoor door = found;
    if (door == null) {
      try {
        door = new AgentDoor(Class.forName(NAME, false, null));
        found = door;
      } catch (ReflectiveOperationException absent) {
        return null;
      }
    }
    return door;
  }

  /** Makes {@code door} the one that is found; null looks for it anew. Tests only. */
  static void remember(AgentDoor door) {
    found = door;
  }

  /** Whether an agent listens now. */
  boolean isOpen() {
    try {
      return (boolean) isOpen.invokeExact();
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** The agent's answer, or null when none listens. */
  Object control(String verb, Object argument) {
    try {
      return (Object) control.invokeExact(verb, argument);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /**
   * Begins work of ours: what the JDK allocates for it on this thread is not traced. To be followed
   * by {@link #exit} in a finally.
   *
   * @return what {@link #exit} needs: null without an agent, or when this thread is at it already
   */
  static AgentDoor enter() {
    AgentDoor door = find();
    try {
      return door != null && (boolean) door.enter.invokeExact() ? door : null;
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Ends what {@link #enter} began. */
  static void exit(AgentDoor entered) {
    try {
      if (entered != null) {
        entered.exit.invokeExact();
      }
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private static RuntimeException unexpected(Throwable t) {
    if (t instanceof Error e) {
      throw e;
    }
    return t instanceof RuntimeException r ? r : new IllegalStateException(t);
  }
}
