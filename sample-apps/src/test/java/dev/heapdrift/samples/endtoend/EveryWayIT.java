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
    lines = Traced.run(EveryWay.class, "level=exact,trace-frames=1", folder);
  }

  @TestFactory
  Stream<DynamicTest> counted() {
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
        way("varargs", "int[]", 1),
        way("list", "java.util.ArrayList", 1),
        way("list", "java.lang.Object[]", 1),
        way("mapNode", "java.util.HashMap$Node", 1),
        way("iterator", "java.util.ArrayList$Itr", 1),
        way("immutableList", "java.util.ImmutableCollections$List12", 1),
        way("asList", "java.lang.String[]", 1),
        way("asList", "java.util.Arrays$ArrayList", 1),
        way("optional", "java.util.Optional", 1),
        way("copyOfInts", "int[]", 1),
        way("copyOfRange", "java.lang.String[]", 2),
        way("toArray", "java.lang.Object[]", 1),
        way("buffer", "java.io.ByteArrayOutputStream", 1),
        way("buffer", "byte[]", 1),
        way("substring", "java.lang.String", 1),
        way("substring", "byte[]", 1),
        way("fromChars", "java.lang.String", 1),
        way("fromChars", "byte[]", 1),
        way("fromChars", "char[]", 1),
        way("exception", "java.lang.IllegalStateException", 1));
  }

  @TestFactory
  Stream<DynamicTest> constantsOfAnEnum() {
    return Stream.of(times("lateEnum", "EveryWay$Late", 1));
  }

  private static DynamicTest way(String way, String type, int eachTime) {
    return times(way, type, (long) eachTime * TIMES);
  }

  private static DynamicTest times(String way, String type, long count) {
    return DynamicTest.dynamicTest(
        way + " " + type,
        () ->
            assertThat(Traced.at(lines, EveryWay.class, way, type))
                .as(() -> Traced.describe(lines, EveryWay.class, way))
                .isEqualTo(count));
  }
}
