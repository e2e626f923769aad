package dev.heapdrift.samples.endtoend;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the JDK allocates on the application's behalf, as {@link EveryWay} has it done. */
final class JdkWays {

  private static final int[] INTS = {1, 2, 3};
  private static final List<String> NAMES = new ArrayList<>(List.of("a", "b"));

  static final List<EveryWay.Way> WAYS =
      List.of(
          JdkWays::list,
          JdkWays::mapNode,
          JdkWays::iterator,
          JdkWays::immutableList,
          JdkWays::asList,
          JdkWays::optional,
          JdkWays::copyOfInts,
          JdkWays::copyOfRange,
          JdkWays::toArray,
          JdkWays::buffer,
          JdkWays::substring,
          JdkWays::fromChars,
          JdkWays::exception);

  private JdkWays() {}

  private static Object list(int i) {
    return new ArrayList<>(10); // way: list
  }

  private static Object mapNode(int i) {
    return new HashMap<>(Map.of(i, "x")); // way: mapNode
  }

  private static Object iterator(int i) {
    return NAMES.iterator(); // way: iterator
  }

  private static Object immutableList(int i) {
    return List.of("a", "b"); // way: immutableList
  }

  private static Object asList(int i) {
    return Arrays.asList("a", "b"); // way: asList
  }

  private static Object optional(int i) {
    return Optional.of("a"); // way: optional
  }

  private static Object copyOfInts(int i) {
    return Arrays.copyOf(INTS, 9); // way: copyOfInts
  }

  private static Object copyOfRange(int i) {
    return Arrays.copyOfRange(new String[4], 1, 3); // way: copyOfRange
  }

  private static Object toArray(int i) {
    return NAMES.toArray(); // way: toArray
  }

  private static Object buffer(int i) {
    return new ByteArrayOutputStream(40); // way: buffer
  }

  private static Object substring(int i) {
    return "heapdrift".substring(4); // way: substring
  }

  private static Object fromChars(int i) {
    return String.valueOf(new char[] {'a', 'b'}); // way: fromChars
  }

  private static Object exception(int i) {
    return new IllegalStateException(); // way: exception
  }
}
