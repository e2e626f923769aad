package dev.heapdrift.benchmarks.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits a text of two hundred lines into words, counts them in a map, and sorts by count. */
final class WordCount implements Workload {

  private static final int LINES = 200;
  private static final int WORDS = 10;
  private static final int VOCABULARY = 500;

  private final List<String> lines = new ArrayList<>();

  WordCount() {
    Random32 random = new Random32(7);
    for (int line = 0; line < LINES; line++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < WORDS; i++) {
        words.add("Word" + random.below(VOCABULARY));
      }
      lines.add(String.join(" ", words));
    }
  }

  @Override
  public long unit() {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : lines) {
      for (String word : line.split(" ", -1)) {
        counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    return sorted.size() * 1000L + sorted.get(0).getValue();
  }
}
