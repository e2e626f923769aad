package dev.heapdrift.samples.busy;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache that warms up: it remembers each word explained, the rare ones only after a long time.
 */
final class Glossary implements Chore {
  private static final int WORDS = 8_000;
  private static final int ASKED = 20; // a turn

  private final Map<String, String> explained = new ConcurrentHashMap<>();
  private final SplittableRandom chance = new SplittableRandom(3);

  @Override
  public long turn(long nanos) {
    long letters = 0;
    for (int i = 0; i < ASKED; i++) {
      String word = "word-" + Skewed.below(WORDS, chance);
      letters += explained.computeIfAbsent(word, Glossary::explain).length();
    }
    return letters;
  }

  private static String explain(String word) {
    return word + " is what people say who do not know what else to call it";
  }

  @Override
  public int held() {
    return explained.size();
  }
}
