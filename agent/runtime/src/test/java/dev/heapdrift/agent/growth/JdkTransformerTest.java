package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.instances.InstanceTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hooks bind to the JDK that runs the test, and keep its methods inlinable. */
class JdkTransformerTest {

  /** HotSpot's MaxInlineSize and FreqInlineSize, in bytes of code. */
  private static final int[] INLINING_LIMITS = {35, 325};

  /** Constructors that follow a system call, beside which a call of them is nothing. */
  private static final Set<String> SLOW_ANYWAY =
      Set.of("java.nio.DirectByteBuffer.<init>(IJ", "sun.nio.fs.UnixDirectoryStream.<init>(");

  private final JdkTransformer transformer = new JdkTransformer(rows());

  static List<HookedClass> rows() {
    List<HookedClass> rows = new ArrayList<>(GrowthTable.rows());
    rows.addAll(InstanceTable.hooks());
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyMethodBinds(HookedClass row) throws IOException {
    transformer.hook(row, bytesOf(row));

    assertThat(row.methods()).isNotEmpty();
    for (HookedMethod method : row.methods()) {
      assertThat(transformer.bound(row, method)).as(method.name()).isTrue();
    }
    assertThat(transformer.failure(row)).isNull();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void noMethodCrossesAnInliningLimit(HookedClass row) throws IOException {
    Map<String, Integer> before = CodeSizes.of(bytesOf(row));
    Map<String, Integer> after = CodeSizes.of(transformer.hook(row, bytesOf(row)));

    assertThat(after.keySet()).isEqualTo(before.keySet());
    int grown = 0;
    for (String method : before.keySet()) {
      String name = row.className() + "." + method;
      boolean slow = SLOW_ANYWAY.stream().anyMatch(name::startsWith);
      for (int limit : slow ? new int[0] : INLINING_LIMITS) {
        assertThat(after.get(method) <= limit)
            .as("%s: %d -> %d", name, before.get(method), after.get(method))
            .isEqualTo(before.get(method) <= limit);
      }
      grown += after.get(method) > before.get(method) ? 1 : 0;
    }
    assertThat(grown).as("methods that got a hook").isEqualTo(hooked(row, before.keySet()));
  }

  private static int hooked(HookedClass row, Set<String> methods) {
    int hooked = 0;
    for (String method : methods) {
      int parameters = method.indexOf('(');
      for (HookedMethod wanted : row.methods()) {
        boolean same =
            wanted.matches(method.substring(0, parameters), method.substring(parameters));
        hooked += same ? 1 : 0;
      }
    }
    return hooked;
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

  private static byte[] bytesOf(HookedClass row) throws IOException {
    return bytes(row.internalName());
  }

  private static byte[] bytes(String internalName) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
      return in.readAllBytes();
    }
  }
}
