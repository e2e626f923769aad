package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.Frames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {

  @Test
  void whatSharesAMethodIsOneAlsoThroughAThird() {
    List<Set<String>> items =
        List.of(
            Set.of("a", "b"), Set.of("x"), Set.of("c", "d"), Set.of("b", "c"), Set.of("y", "x"));
    assertThat(Clusters.of(items, item -> item))
        .containsExactly(
            List.of(items.get(0), items.get(2), items.get(3)), List.of(items.get(1), items.get(4)));
  }

  @Test
  void nearAreTheFirstMethodsOfTheApplication() {
    assertThat(
            Nearness.methods(
                Frames.parse(
                    "java.util.HashMap.put(HashMap.java:1)",
                    "com.app.A.a(A.java:1)",
                    "java.lang.Iterable.forEach(Iterable.java:1)",
                    "com.app.B.b(B.java:1)",
                    "com.app.C.c(C.java:1)"),
                2))
        .containsExactly("com.app.A.a", "com.app.B.b");
  }
}
