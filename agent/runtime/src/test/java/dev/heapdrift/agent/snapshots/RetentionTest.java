package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetentionTest {
  private static final long MINUTE = 60_000;

  @Property(tries = 50)
  void keepsTheFirstTheNewestAndAnEvenSpacing(
      @ForAll @IntRange(min = 1, max = 2000) int files,
      @ForAll @IntRange(min = 2, max = 200) int limit) {
    List<Integer> kept = keptOf(files, new Retention(limit, Long.MAX_VALUE), 1);
    assertThat(kept).hasSize(Math.min(files, limit)).startsWith(0).endsWith(files - 1);
    int widest = 0;
    for (int i = 1; i < kept.size(); i++) {
      widest = Math.max(widest, kept.get(i) - kept.get(i - 1));
    }
    assertThat(widest).isLessThanOrEqualTo(4 * Math.max(1, files / limit + 1));
  }

  @Property(tries = 50)
  void keepsWithinTheBytes(@ForAll @IntRange(min = 3, max = 300) int files) {
    List<Integer> kept = keptOf(files, new Retention(1000, 100), 10);
    assertThat(kept).hasSize(Math.min(files, 10));
  }

  @Example
  void keepsTheFirstAndTheNewestHoweverLargeTheyAre() {
    assertThat(keptOf(20, new Retention(200, 5), 10)).containsExactly(0, 19);
  }

  private static List<Integer> keptOf(int files, Retention retention, long bytes) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      kept.add(i);
      retention.add(Path.of(Integer.toString(i)), i * MINUTE, bytes);
      for (Path gone : retention.superfluous()) {
        kept.remove(Integer.valueOf(gone.toString()));
      }
    }
    return kept;
  }
}
