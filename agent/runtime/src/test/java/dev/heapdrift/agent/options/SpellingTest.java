package dev.heapdrift.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SpellingTest {

  @RepeatedTest(100)
  void oneEditIsADistanceOfOne(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int pair = 0; pair < 100; pair++) {
      String a = word(random);
      String b = word(random);
      assertThat(Spelling.oneEdit(a, b)).as("%s, %s", a, b).isEqualTo(Spelling.distance(a, b) == 1);
    }
  }

  /** Short and of two letters, so that many pairs are near. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int letters = random.nextInt(6); letters > 0; letters--) {
      word.append(random.nextBoolean() ? 'a' : 'b');
    }
    return word.toString();
  }
}
