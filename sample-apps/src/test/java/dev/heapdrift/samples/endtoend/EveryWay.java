package dev.heapdrift.samples.endtoend;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What runs in the spawned JVM of {@link EveryWayIT}: allocates in every way there is, each on a
 * line of its own in a method of its own, and prints what the tracer says.
 */
final class EveryWay {

  /** Often enough for both compilers, whose intrinsics go round the bytes that are hooked. */
  static final int TIMES = 20_000;

  /** Calls; more than {@code java.lang.invoke.MethodHandle.CUSTOMIZE_THRESHOLD}, 127. */
  private static final int LINKED_AFTER = 200;

  private static final Thing PROTOTYPE = new Thing();
  private static final int[] INTS = {1, 2, 3};
  private static final Constructor<Thing> CONSTRUCTOR = constructor();
  private static final MethodHandle HANDLE = handle();
  private static final byte[] SERIALISED = serialised();

  /** Not private: a compiler may not leave out what is stored here. */
  static Object kept;

  private EveryWay() {}

  /** Something to call many times. */
  interface Way {
    Object make(int i) throws Throwable;
  }

  public static void main(String[] args) throws Throwable {
    List<Way> ways = new ArrayList<>(JdkWays.WAYS);
    ways.addAll(WAYS);
    Heapdrift.takeSnapshot(); // what the agent does at first to loaded classes is done then
    for (Way way : ways) {
      link(way);
    }
    Heapdrift.clearTraces();
    for (Way way : ways) {
      for (int i = 0; i < TIMES; i++) {
        kept = way.make(i);
      }
    }
    kept = Late.values();
    for (Trace trace : Heapdrift.takeSnapshot().traces()) {
      Frame frame = trace.traceback().frames().get(0);
      System.out.println(
          String.join(
              "\t",
              frame.method(),
              Integer.toString(frame.line()),
              trace.facts().type(),
              Long.toString(trace.facts().allocated().count())));
    }
  }

  /** What linking allocates is no concern of the line's; method handles link in two steps. */
  private static void link(Way way) throws Throwable {
    for (int i = 0; i < LINKED_AFTER; i++) {
      kept = way.make(i);
    }
  }

  // ---- in the application's own code --------------------------------------------------------

  private static final List<Way> WAYS =
      List.of(
          EveryWay::object,
          EveryWay::inner,
          EveryWay::record,
          EveryWay::enumValues,
          EveryWay::booleans,
          EveryWay::bytes,
          EveryWay::chars,
          EveryWay::shorts,
          EveryWay::ints,
          EveryWay::longs,
          EveryWay::floats,
          EveryWay::doubles,
          EveryWay::objects,
          EveryWay::initialiser,
          EveryWay::manyDimensions,
          EveryWay::someDimensions,
          EveryWay::clonedArray,
          EveryWay::clonedObject,
          EveryWay::reflected,
          EveryWay::reflectedArray,
          EveryWay::handled,
          EveryWay::deserialised,
          EveryWay::boxedInt,
          EveryWay::boxedLong,
          EveryWay::boxedDouble,
          EveryWay::concatenated,
          EveryWay::lambda,
          EveryWay::methodReference,
          EveryWay::varargs);

  private static Object object(int i) {
    return new Thing(); // way: object
  }

  private static Object inner(int i) {
    return new Object() {}; // way: inner
  }

  private static Object record(int i) {
    return new Pair(i, i); // way: record
  }

  private static Object enumValues(int i) {
    return Colour.values();
  }

  private static Object booleans(int i) {
    return new boolean[3]; // way: booleans
  }

  private static Object bytes(int i) {
    return new byte[3]; // way: bytes
  }

  private static Object chars(int i) {
    return new char[3]; // way: chars
  }

  private static Object shorts(int i) {
    return new short[3]; // way: shorts
  }

  private static Object ints(int i) {
    return new int[3]; // way: ints
  }

  private static Object longs(int i) {
    return new long[3]; // way: longs
  }

  private static Object floats(int i) {
    return new float[3]; // way: floats
  }

  private static Object doubles(int i) {
    return new double[3]; // way: doubles
  }

  private static Object objects(int i) {
    return new Thing[3]; // way: objects
  }

  private static Object initialiser(int i) {
    return new int[] {i, i}; // way: initialiser
  }

  private static Object manyDimensions(int i) {
    return new int[3][4]; // way: manyDimensions
  }

  private static Object someDimensions(int i) {
    return new int[2][5][]; // way: someDimensions
  }

  private static Object clonedArray(int i) {
    return INTS.clone(); // way: clonedArray
  }

  private static Object clonedObject(int i) {
    return PROTOTYPE.copy();
  }

  private static Object reflected(int i) throws ReflectiveOperationException {
    return CONSTRUCTOR.newInstance(); // way: reflected
  }

  private static Object reflectedArray(int i) {
    return Array.newInstance(Thing.class, 5); // way: reflectedArray
  }

  private static Object handled(int i) throws Throwable {
    return (Thing) HANDLE.invokeExact(); // way: handled
  }

  private static Object deserialised(int i) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(SERIALISED))) {
      return in.readObject(); // way: deserialised
    }
  }

  private static Object boxedInt(int i) {
    return 1_000_000 + i; // way: boxedInt
  }

  private static Object boxedLong(int i) {
    return 1_000_000L + i; // way: boxedLong
  }

  private static Object boxedDouble(int i) {
    return 0.5 + i; // way: boxedDouble
  }

  private static Object concatenated(int i) {
    return "order " + i; // way: concatenated
  }

  private static Object lambda(int i) {
    return (IntSupplier) () -> i; // way: lambda
  }

  private static Object methodReference(int i) {
    return (Supplier<Object>) PROTOTYPE::copy; // way: methodReference
  }

  private static Object varargs(int i) {
    return same(i, i); // way: varargs
  }

  private static Object same(int... all) {
    return all;
  }

  // ---- what is allocated --------------------------------------------------------------------

  private static final class Thing implements Cloneable {

    Thing copy() {
      try {
        return (Thing) super.clone(); // way: clonedObject
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private record Pair(int a, int b) {}

  private static final class Bean implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private enum Colour { // way: enumValues
    RED,
    GREEN
  }

  /** Not initialised before the traces are cleared. */
  private enum Late {
    ONE, // way: lateEnum
  }

  private static Constructor<Thing> constructor() {
    try {
      return Thing.class.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static MethodHandle handle() {
    try {
      return MethodHandles.lookup().findConstructor(Thing.class, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static byte[] serialised() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Bean());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
