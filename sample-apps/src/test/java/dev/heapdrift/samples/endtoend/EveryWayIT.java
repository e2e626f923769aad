package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.samples.endtoend.Traced.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Level {@code exact}: whichever way an object is allocated, it is counted once, and at its line.
 */
class EveryWayIT {

  private static final int TIMES = EveryWay.TIMES;

  @TempDir static Path folder;

  private static List<Line> lines;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    // The zoom may change EveryWay for a registry that grows below it, and then its calls link
    // anew.
    lines = Traced.run(EveryWay.class, "level=exact,trace-frames=1,zoom=off", folder);
  }

  @TestFactory
  Stream<DynamicTest> inTheApplicationsOwnCode() {
    return Stream.of(
        way("object", "EveryWay$Thing", 1),
        way("inner", "EveryWay$1", 1),
        way("record", "EveryWay$Pair", 1),
        way("enumValues", "EveryWay$Colour[]", 1),
        way("booleans", "boolean[]", 1),
        way("bytes", "byte[]", 1),
        way("chars", "char[]", 1),
        way("shorts", "short[]", 1),
        way("ints", "int[]", 1),
        way("longs", "long[]", 1),
        way("floats", "float[]", 1),
        way("doubles", "double[]", 1),
        way("objects", "EveryWay$Thing[]", 1),
        way("initialiser", "int[]", 1),
        way("manyDimensions", "int[][]", 1),
        way("manyDimensions", "int[]", 3),
        way("someDimensions", "int[][][]", 1),
        way("someDimensions", "int[][]", 2),
        way("clonedArray", "int[]", 1),
        way("clonedObject", "EveryWay$Thing", 1),
        way("reflected", "EveryWay$Thing", 1),
        way("reflectedArray", "EveryWay$Thing[]", 1),
        way("handled", "EveryWay$Thing", 1),
        way("deserialised", "EveryWay$Bean", 1),
        way("boxedInt", "java.lang.Integer", 1),
        way("boxedLong", "java.lang.Long", 1),
        way("boxedDouble", "java.lang.Double", 1),
        way("concatenated", "java.lang.String", 1),
        way("concatenated", "byte[]", 1),
        way("lambda", "$$Lambda", 1),
        way("methodReference", "$$Lambda", 1),
        way("varargs", "int[]", 1));
  }

  @TestFactory
  Stream<DynamicTest> insideTheJdk() {
    return Stream.of(
        jdk("list", "java.util.ArrayList", 1),
        jdk("list", "java.lang.Object[]", 1),
        jdk("mapNode", "java.util.HashMap$Node", 1),
        jdk("iterator", "java.util.ArrayList$Itr", 1),
        jdk("immutableList", "java.util.ImmutableCollections$List12", 1),
        jdk("asList", "java.lang.String[]", 1),
        jdk("asList", "java.util.Arrays$ArrayList", 1),
        jdk("optional", "java.util.Optional", 1),
        jdk("copyOfInts", "int[]", 1),
        jdk("copyOfRange", "java.lang.String[]", 2),
        jdk("toArray", "java.lang.Object[]", 1),
        jdk("buffer", "java.io.ByteArrayOutputStream", 1),
        jdk("buffer", "byte[]", 1),
        jdk("substring", "java.lang.String", 1),
        jdk("substring", "byte[]", 1),
        jdk("fromChars", "java.lang.String", 1),
        jdk("fromChars", "byte[]", 1),
        jdk("fromChars", "char[]", 1),
        jdk("exception", "java.lang.IllegalStateException", 1));
  }

  @TestFactory
  Stream<DynamicTest> constantsOfAnEnum() {
    return Stream.of(times(EveryWay.class, "lateEnum", "EveryWay$Late", 1));
  }

  private static DynamicTest way(String way, String type, int eachTime) {
    return times(EveryWay.class, way, type, (long) eachTime * TIMES);
  }

  private static DynamicTest jdk(String way, String type, int eachTime) {
    return times(JdkWays.class, way, type, (long) eachTime * TIMES);
  }

  private static DynamicTest times(Class<?> ways, String way, String type, long count) {
    return DynamicTest.dynamicTest(
        way + " " + type,
        () ->
            assertThat(Traced.at(lines, ways, way, type))
                .as(() -> Traced.describe(lines, ways, way))
                .isEqualTo(count));
  }
}
