package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hooks bind to the JDK that runs the test, and keep its methods inlinable. */
class JdkGrowthTransformerTest {

  /** HotSpot's MaxInlineSize and FreqInlineSize, in bytes of code. */
  private static final int[] INLINING_LIMITS = {35, 325};

  private final JdkGrowthTransformer transformer = new JdkGrowthTransformer(GrowthTable.rows());

  static List<Structure> rows() {
    return GrowthTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyMethodBinds(Structure row) throws IOException {
    transformer.hook(row, bytesOf(row));

    assertThat(row.methods()).isNotEmpty().allMatch(method -> transformer.bound(row, method));
    assertThat(transformer.failure(row)).isNull();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void noMethodCrossesAnInliningLimit(Structure row) throws IOException {
    Map<String, Integer> before = CodeSizes.of(bytesOf(row));
    Map<String, Integer> after = CodeSizes.of(transformer.hook(row, bytesOf(row)));

    assertThat(after.keySet()).isEqualTo(before.keySet());
    int grown = 0;
    for (String method : before.keySet()) {
      for (int limit : INLINING_LIMITS) {
        assertThat(after.get(method) <= limit)
            .as("%s.%s: %d -> %d", row.className(), method, before.get(method), after.get(method))
            .isEqualTo(before.get(method) <= limit);
      }
      grown += after.get(method) > before.get(method) ? 1 : 0;
    }
    assertThat(grown).as("methods that got a hook").isEqualTo(row.methods().size());
  }

  @Test
  void otherClassesAreLeftAlone() throws IOException {
    byte[] bytes = bytes("java/util/HashSet");

    assertThat(transformer.transform(null, "java/util/HashSet", null, null, bytes)).isNull();
    assertThat(transformer.transform(null, null, null, null, bytes)).isNull();
    assertThat(
            transformer.transform(
                getClass().getClassLoader(), "java/util/ArrayList", null, null, bytes))
        .isNull();
  }

  @Test
  void aClassThatCannotBeReadIsLeftAloneAndTold() {
    byte[] damaged = {1, 2, 3, 4};

    assertThat(transformer.transform(null, "java/util/HashMap", null, null, damaged)).isNull();

    Structure row = GrowthTable.of(java.util.HashMap.class);
    assertThat(transformer.failure(row)).isNotNull();
    assertThat(transformer.bound(row, row.methods().get(0))).isFalse();
  }

  private static byte[] bytesOf(Structure row) throws IOException {
    return bytes(row.internalName());
  }

  private static byte[] bytes(String internalName) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
      return in.readAllBytes();
    }
  }
}
