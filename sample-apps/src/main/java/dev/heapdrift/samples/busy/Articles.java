package dev.heapdrift.samples.busy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A table: loaded at the start, then only looked up. */
final class Articles implements Chore {
  private static final int ARTICLES = 30_000;
  private static final int ASKED = 200; // a turn

  private final Map<Integer, Article> articles = new HashMap<>();
  private final SplittableRandom chance = new SplittableRandom(4);

  Articles() {
    for (int number = 0; number < ARTICLES; number++) {
      articles.put(number, new Article("article " + number, 100 + number % 900));
    }
  }

  @Override
  public long turn(long nanos) {
    long cents = 0;
    for (int i = 0; i < ASKED; i++) {
      cents += articles.get(chance.nextInt(ARTICLES)).cents();
    }
    return cents;
  }

  @Override
  public int held() {
    return articles.size();
  }

  private record Article(String title, long cents) {}
}
