package dev.heapdrift.benchmarks.checks;

import dev.heapdrift.junit.LeakCheck;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Fifty short tests of five kinds that keep nothing, as unit tests are. */
abstract class FiftyScenarios {

  /** As they are. */
  static final class Plain extends FiftyScenarios {}

  /** The same, each checked by the rules that hold by default. */
  @LeakCheck
  static final class Checked extends FiftyScenarios {}

  private static final Map<Integer, String> RECENT = new BoundedCache<>(100);

  @RepeatedTest(50)
  void works(RepetitionInfo repetition) {
    int size = 10 * repetition.getCurrentRepetition();
    switch (repetition.getCurrentRepetition() % 5) {
      case 0 -> counts(size);
      case 1 -> sorts(size);
      case 2 -> remembers(size);
      case 3 -> prints(size);
      default -> multiplies(size);
    }
  }

  private static void counts(int size) {
    Map<String, Integer> counts = new HashMap<>();
    IntStream.range(0, size).forEach(i -> counts.merge("word " + i % 50, 1, Integer::sum));
    Assertions.assertEquals(Math.min(50, size), counts.size());
  }

  private static void sorts(int size) {
    List<Integer> numbers = IntStream.range(0, size).boxed().collect(Collectors.toList());
    Collections.reverse(numbers);
    Collections.sort(numbers);
    Assertions.assertEquals(0, numbers.get(0));
  }

  private static void remembers(int size) {
    IntStream.range(0, size).forEach(i -> RECENT.put(i, "order " + i));
    Assertions.assertTrue(RECENT.size() <= 100);
  }

  private static void prints(int size) {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> lines.add(String.format(Locale.ROOT, "%05d", i)));
    Assertions.assertEquals(size, lines.size());
  }

  private static void multiplies(int size) {
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= size; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    Assertions.assertEquals(1, product.signum());
  }
}
