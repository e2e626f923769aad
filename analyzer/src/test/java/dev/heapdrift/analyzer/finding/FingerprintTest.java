package dev.heapdrift.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  @Test
  void aLineThatMovesDoesNotChangeIt() {
    assertThat(of(Kind.UNBOUNDED_COLLECTION, "com.app.Orders.find", 42))
        .isEqualTo(of(Kind.UNBOUNDED_COLLECTION, "com.app.Orders.find", 57))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void kindHolderAndMethodChangeIt() {
    String one = of(Kind.UNBOUNDED_COLLECTION, "com.app.Orders.find", 42);
    assertThat(one)
        .isNotEqualTo(of(Kind.REGISTRY, "com.app.Orders.find", 42))
        .isNotEqualTo(of(Kind.UNBOUNDED_COLLECTION, "com.app.Orders.pay", 42))
        .isNotEqualTo(
            Fingerprint.of(
                Kind.UNBOUNDED_COLLECTION, "java.util.HashMap", null, frame("a.B.c", 1)));
  }

  @Test
  void unknownPartsAreAllowed() {
    assertThat(Fingerprint.of(Kind.GROWING_ARRAY, "a.B", null, null)).hasSize(16);
  }

  @ParameterizedTest
  @CsvSource({
    "com.app.Orders$$Lambda$14/0x0000000800c03000, com.app.Orders$$Lambda/0x00007f01a4001a38",
    "com.app.Orders.lambda$find$0, com.app.Orders.lambda$find$3",
    "com.app.Shop$1.run, com.app.Shop$2.run",
    "jdk.proxy2.$Proxy12.add, jdk.proxy2.$Proxy31.add",
    "com.app.Dao$$EnhancerByCGLIB$$1f00dead.get, com.app.Dao$$EnhancerByCGLIB$$7c0ffee.get",
  })
  void numbersGivenAtRunTimeAreTheSameName(String one, String other) {
    assertThat(Fingerprint.normalise(one)).isEqualTo(Fingerprint.normalise(other));
  }

  @Test
  void namesThatContainDigitsStayApart() {
    assertThat(Fingerprint.normalise("com.app.Http1Pool"))
        .isNotEqualTo(Fingerprint.normalise("com.app.Http2Pool"));
  }

  private static String of(Kind kind, String method, int line) {
    return Fingerprint.of(kind, "java.util.HashMap", "com.app.Orders.CACHE", frame(method, line));
  }

  private static Frame frame(String method, int line) {
    int dot = method.lastIndexOf('.');
    return new Frame(method.substring(0, dot), method.substring(dot + 1), "X.java", line);
  }
}
