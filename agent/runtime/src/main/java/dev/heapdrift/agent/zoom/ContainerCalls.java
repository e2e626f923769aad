package dev.heapdrift.agent.zoom;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isSubTypeOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Which calls insert, read or remove, by the type that they are made on and by name. Types are
 * looked at as they are loaded, never through a class loader: what is not loaded was never called.
 */
final class ContainerCalls {
  /** Names under which the JDK and the usual collection libraries insert. */
  private static final Set<String> INSERTING =
      Set.of(
          "add",
          "addAll",
          "addElement",
          "addFirst",
          "addIfAbsent",
          "addLast",
          "addTo",
          "append",
          "compute",
          "computeIfAbsent",
          "enqueue",
          "insert",
          "insertElementAt",
          "merge",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putAll",
          "putFirst",
          "putIfAbsent",
          "putLast",
          "setIfAbsent",
          "transfer",
          "tryTransfer");

  /** Names under which they look for an entry. */
  private static final Set<String> LOOKING =
      Set.of("contains", "containsKey", "get", "getIfPresent", "getOrDefault", "peek", "peekFirst");

  /** Names under which they take entries out. */
  private static final Set<String> REMOVING =
      Set.of(
          "clear",
          "dequeue",
          "drainTo",
          "evict",
          "invalidate",
          "poll",
          "pollFirst",
          "pollFirstEntry",
          "pollLast",
          "pollLastEntry",
          "pop",
          "remove",
          "removeAll",
          "removeAllElements",
          "removeElement",
          "removeElementAt",
          "removeFirst",
          "removeFirstOccurrence",
          "removeIf",
          "removeLast",
          "retainAll",
          "take",
          "takeFirst",
          "takeLast");

  /** Names that a growth stack may show although most calls of them insert nothing. */
  private static final Set<String> READING = Set.of("get", "getOrDefault", "iterator", "forEach");

  /** What may be a map, or a set or view that stores its elements in one. */
  private static final ElementMatcher.Junction<TypeDescription> MAPS =
      isSubTypeOf(Map.class)
          .or(isSubTypeOf(Dictionary.class))
          .or(
              isSubTypeOf(Collection.class)
                  .and(not(isSubTypeOf(List.class)))
                  .and(not(isSubTypeOf(Queue.class))));

  private static final ElementMatcher.Junction<TypeDescription> COLLECTIONS =
      isSubTypeOf(Collection.class);

  /** How a thread-local gets its value; of a list it would replace one. */
  private static final String SET = "set";

  private final ElementMatcher.Junction<TypeDescription> receivers;
  private final boolean threadLocals;

  /** Calls on a container of class {@code type}; null for a static array. */
  ContainerCalls(Class<?> type) {
    threadLocals = type != null && type.getName().equals("java.lang.ThreadLocal$ThreadLocalMap");
    receivers = type == null ? none() : views(type).or(itself(type));
  }

  private static ElementMatcher.Junction<TypeDescription> itself(Class<?> type) {
    return ElementMatchers.<TypeDescription>isSuperTypeOf(TypeDescription.ForLoadedType.of(type))
        .and(not(is(Object.class)));
  }

  private static ElementMatcher.Junction<TypeDescription> views(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return MAPS;
    }
    return Collection.class.isAssignableFrom(type) ? COLLECTIONS : none();
  }

  /** Whether a call that a growth stack shows may be taken for an insertion. */
  static boolean mayInsert(String method) {
    return !READING.contains(method) && !method.equals("<init>") && !method.equals("<clinit>");
  }

  /**
   * What a call by this name does, if {@link #mayBeContainer} or {@link #isItsVariable}; null when
   * that is not worth a look.
   */
  Use use(String method) {
    if (INSERTING.contains(method) || (threadLocals && method.equals(SET))) {
      return Use.INSERTION;
    }
    if (REMOVING.contains(method)) {
      return Use.REMOVAL;
    }
    return LOOKING.contains(method) ? Use.LOOKUP : null;
  }

  /** Whether a receiver of this static type may be the container, or a view of it. */
  boolean mayBeContainer(Class<?> receiver) {
    return !threadLocals && receivers.matches(TypeDescription.ForLoadedType.of(receiver));
  }

  /** Whether the container is a thread's map and the receiver may be one of its variables. */
  boolean isItsVariable(Class<?> receiver) {
    return threadLocals && ThreadLocal.class.isAssignableFrom(receiver);
  }
}
