package dev.heapdrift.api;

import dev.heapdrift.api.AgentCall.Refused;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.ask.Verb;
import dev.heapdrift.snapshot.stats.Traceback;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The application's way to the heapdrift agent of its own JVM: what Python's {@code tracemalloc}
 * gives, and snapshots in files.
 *
 * <p>Without an agent every call is inert: it does nothing, throws nothing for want of one, and
 * says so by its result. All methods may be called from any thread. A snapshot is taken by the
 * agent's own thread while the caller waits: usually milliseconds, longer when the agent is at that
 * moment searching a large heap for an owner, and never more than 30 seconds.
 *
 * <p>A call that the agent cannot serve ends in an {@link IllegalStateException}, or an {@link
 * IOException} where a file was to be written, with a message of one line.
 */
public final class Heapdrift {

  /** Most frames that can be kept of a stack. */
  public static final int MAX_FRAMES = 65_535;

  private Heapdrift() {}

  /**
   * Tells whether an agent watches this JVM. Cheap with an agent; without one each call looks for
   * it anew (microseconds), because an agent may be attached at any time.
   *
   * @return true when snapshots can be taken
   */
  public static boolean isActive() {
    AgentDoor door = AgentDoor.find();
    return door != null && door.isOpen();
  }

  // ---- tracing ------------------------------------------------------------------------------

  /**
   * Traces allocations from now on, with one frame of each stack.
   *
   * @return whether allocations are traced now; false without an agent
   */
  public static boolean start() {
    return start(1);
  }

  /**
   * Traces allocations from now on. Does nothing when they are traced already. At level {@code
   * watch} this hooks the classes of the agent's option {@code include}, which takes time (a second
   * or so for the whole JDK) and slows them down as level {@code exact} does.
   *
   * @param frames frames to keep of each stack, 1 to {@value #MAX_FRAMES}
   * @return whether allocations are traced now; false without an agent
   * @throws IllegalArgumentException when {@code frames} is out of range, with or without an agent
   */
  public static boolean start(int frames) {
    if (frames < 1 || frames > MAX_FRAMES) {
      throw new IllegalArgumentException(
          "frames must be between 1 and " + MAX_FRAMES + ", not " + frames);
    }
    AgentCall.order(Verb.TRACING_START, frames);
    return isTracing();
  }

  /** Stops tracing, takes the hooks out and forgets all traces. Take a snapshot before. */
  public static void stop() {
    AgentCall.order(Verb.TRACING_STOP, null);
  }

  /**
   * As {@link #stop}, but leaves the hooks in, so that the next start takes milliseconds. Until
   * then each of them costs a look at a field.
   */
  public static void pause() {
    AgentCall.order(Verb.TRACING_PAUSE, null);
  }

  /**
   * Whether allocations are traced.
   *
   * @return false also without an agent
   */
  public static boolean isTracing() {
    return AgentCall.answer(Verb.TRACING_ACTIVE, null, Boolean.class, false);
  }

  /** Forgets all traces and goes on tracing; the peak is zero then. */
  public static void clearTraces() {
    AgentCall.order(Verb.TRACING_CLEAR, null);
  }

  /**
   * Frames kept of each stack, as given to {@link #start(int)}.
   *
   * @return the limit; 0 without an agent
   */
  public static int getTracebackLimit() {
    return AgentCall.answer(Verb.TRACING_LIMIT, null, Integer.class, 0);
  }

  /**
   * Where an object was allocated.
   *
   * @param object any object
   * @return the stack, most recent frame first; empty when the object is not traced
   * @throws NullPointerException when {@code object} is null
   */
  public static Optional<Traceback> getObjectTraceback(Object object) {
    Objects.requireNonNull(object, "object");
    return Optional.ofNullable(
            AgentCall.answer(Verb.TRACING_TRACEBACK, object, String[].class, null))
        .map(PrintedStack::parse);
  }

  /**
   * Memory of the objects that are traced.
   *
   * @return {@link TracedMemory#NONE} when nothing is
   */
  public static TracedMemory getTracedMemory() {
    long[] memory = AgentCall.answer(Verb.TRACING_MEMORY, null, long[].class, null);
    return memory == null ? TracedMemory.NONE : new TracedMemory(memory[0], memory[1]);
  }

  /**
   * Does some work whose allocations are not traced and whose growing collections are not noticed,
   * as far as this thread does it: for tools that observe the JVM they run in.
   *
   * @param work what to do
   * @param <T> what it yields
   * @return what {@code work} has returned
   */
  public static <T> T untraced(Supplier<T> work) {
    AgentDoor entered = AgentDoor.enter();
    try {
      return work.get();
    } finally {
      AgentDoor.exit(entered);
    }
  }

  /** Sets the peak of the traced memory to what is traced now. */
  public static void resetPeak() {
    OpenTrackers.foldPeak();
    AgentCall.order(Verb.TRACING_RESET_PEAK, null);
  }

  /**
   * Memory that the tracer itself takes to hold its traces.
   *
   * @return bytes; 0 without an agent
   */
  public static long getTracerMemory() {
    return AgentCall.answer(Verb.TRACING_OVERHEAD, null, Long.class, 0L);
  }

  /**
   * Copies all traces. At level {@code watch} tracing has to be started before.
   *
   * @return the traces now; an empty snapshot without an agent
   * @throws IllegalStateException when the agent is not tracing allocations
   */
  public static AllocationSnapshot takeSnapshot() {
    if (isActive() && !isTracing()) {
      throw new IllegalStateException(
          "allocations are not traced: call Heapdrift.start() first, or start the agent with"
              + " level=exact or level=sample");
    }
    AgentDoor entered = AgentDoor.enter();
    try {
      byte[] bytes = AgentCall.answer(Verb.SNAPSHOT_BYTES, null, byte[].class, null);
      return bytes == null ? AllocationSnapshot.EMPTY : AllocationSnapshot.parse(bytes);
    } finally {
      AgentDoor.exit(entered);
    }
  }

  // ---- sizes --------------------------------------------------------------------------------

  /**
   * Bytes that one object takes in the heap, header and alignment included: what {@code
   * sys.getsizeof} tells.
   *
   * @param object any object
   * @return its size in bytes; empty without an agent
   * @throws NullPointerException when {@code object} is null
   */
  public static OptionalLong shallowSize(Object object) {
    return size(Verb.SIZE_SHALLOW, object);
  }

  /**
   * Bytes of an object and of all that it reaches, each counted once: what {@code pympler.asizeof}
   * tells. Classes, class loaders and threads end the search. Takes time in proportion to what is
   * reached.
   *
   * @param object any object
   * @return the sum in bytes; empty without an agent
   * @throws NullPointerException when {@code object} is null
   */
  public static OptionalLong deepSize(Object object) {
    return size(Verb.SIZE_DEEP, object);
  }

  private static OptionalLong size(Verb verb, Object object) {
    Objects.requireNonNull(object, "object");
    Long bytes = AgentCall.answer(verb, object, Long.class, null);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  // ---- owners -------------------------------------------------------------------------------

  /**
   * Who holds an object: the shortest way to it from static fields, threads and class loaders. What
   * only local variables hold has no owner here. Takes time in proportion to the heap, seconds for
   * a large one, and never more than ten.
   *
   * @param object any object but a {@link Class}
   * @return its owner; empty when the search did not come to it, and without an agent
   * @throws NullPointerException when {@code object} is null
   */
  public static Optional<Owner> findOwner(Object object) {
    Objects.requireNonNull(object, "object");
    return owner(Verb.OWNER_OF_OBJECT, object);
  }

  /**
   * Who holds most of the newest live objects of a trace; as {@link #findOwner(Object)} else. The
   * owner's limit is what a collection on the way to them declares; its number is told of that
   * collection's own elements only.
   *
   * @param trace a trace of a snapshot of this JVM, taken since tracing began
   * @return their owner; empty when the search did not come to them, and without an agent
   */
  public static Optional<Owner> findOwner(Trace trace) {
    return owner(Verb.OWNER_OF_TRACE, PrintedStack.print(trace));
  }

  private static Optional<Owner> owner(Verb verb, Object argument) {
    return Optional.ofNullable(AgentCall.answer(verb, argument, String[].class, null))
        .map(PrintedOwner::parse);
  }

  // ---- work ---------------------------------------------------------------------------------

  /** Tells that one unit of work was done: see {@link #countWork(long)}. */
  public static void countWork() {
    WorkUnits.add(1);
  }

  /**
   * Tells that work was done: requests served, messages read, orders placed. Then {@code heapdrift
   * leaks} tells growth per unit of work, and does not take for a leak what only rises with the
   * traffic. Count one kind of unit, and at one place that all work passes.
   *
   * <p>Some tens of nanoseconds, with an agent or without; any number of threads may count at once.
   * An agent that was given the option {@code work} counts by that alone.
   *
   * @param units how many were done since the last call; 0 or more
   * @throws IllegalArgumentException when {@code units} is negative, with or without an agent
   */
  public static void countWork(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("units of work cannot be negative: " + units);
    }
    WorkUnits.add(units);
  }

  // ---- files --------------------------------------------------------------------------------

  /**
   * Writes a snapshot into the agent's snapshot folder, under the next name of its series.
   *
   * @return the file written, or empty when no agent watches this JVM
   * @throws IOException when the agent could not write it; the message is one line
   */
  public static Optional<Path> writeSnapshot() throws IOException {
    return write(null);
  }

  /**
   * Writes a snapshot to a file of the caller's choice. Nothing is overwritten: a file that exists
   * is refused. The agent's retention does not count it.
   *
   * @param file where to, in a folder that exists; the name should end in {@code .hds}
   * @return the file written, or empty when no agent watches this JVM
   * @throws IOException when the agent could not write it; the message is one line
   * @throws NullPointerException when {@code file} is null
   */
  public static Optional<Path> writeSnapshot(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return write(file.toAbsolutePath().toString());
  }

  private static Optional<Path> write(String file) throws IOException {
    try {
      return Optional.ofNullable(AgentCall.ask(Verb.SNAPSHOT, file))
          .map(path -> Path.of(path.toString()));
    } catch (Refused refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }
}
