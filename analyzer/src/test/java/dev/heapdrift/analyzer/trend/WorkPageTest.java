package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a counter of the work changes, on simulated traffic; docs/verdicts.md has the table, which
 * {@code -Dheapdrift.update.docs=true} rewrites from a larger sample.
 */
class WorkPageTest {
  private static final Path PAGE = Path.of("..", "docs", "verdicts.md");
  private static final String BEGIN = "<!-- with work: begin -->\n";
  private static final String END = "<!-- with work: end -->\n";
  private static final int PUBLISHED = 1000;
  private static final int EACH = 150;

  @ParameterizedTest
  @EnumSource
  void leaksAreFoundWhateverTheTraffic(Traffic traffic) {
    assertThat(share(traffic, Content.LEAK, EACH, WorkPageTest::counted)).isGreaterThan(0.97);
    assertThat(share(traffic, Content.LEAKY_SESSIONS, EACH, WorkPageTest::counted))
        .as("as far as the leak is not small beside the sessions")
        .isGreaterThan(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void sessionsAndCachesAreNoLeaksWhateverTheTraffic(Traffic traffic) {
    for (Content content : new Content[] {Content.SESSIONS, Content.WARMING_CACHE}) {
      assertThat(share(traffic, content, EACH, WorkPageTest::counted))
          .as("%s under %s", content, traffic)
          .isLessThanOrEqualTo(0.01);
    }
  }

  @Test
  void thePageCarriesTheTable() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN).contains(END);
    if (Boolean.getBoolean("heapdrift.update.docs")) {
      String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
      Files.writeString(PAGE, before + table() + page.substring(page.indexOf(END)));
    }
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| traffic | what it leaves | leak | unbounded without a counter | with one |");
    table.append(" said to rise with the rate |\n|---|---|---|---|---|---|\n");
    for (Traffic traffic : Traffic.values()) {
      for (Content content : Content.values()) {
        table.append("| " + words(traffic) + " | " + words(content));
        table.append(content.leak ? " | yes |" : " | no |");
        table.append(percent(share(traffic, content, PUBLISHED, WorkPageTest::uncounted)));
        table.append(percent(share(traffic, content, PUBLISHED, WorkPageTest::counted)));
        table.append(percent(share(traffic, content, PUBLISHED, WorkPageTest::rate)) + '\n');
      }
    }
    return table.toString();
  }

  private static double share(
      Traffic traffic, Content content, int series, Predicate<WorkedSeries> such) {
    return IntStream.range(0, series)
            .parallel()
            .mapToObj(seed -> WorkedSeries.of(traffic, content, 16 + seed % 75, seed))
            .filter(such)
            .count()
        / (double) series;
  }

  private static boolean counted(WorkedSeries series) {
    return series.counted() instanceof Trend.Unbounded;
  }

  private static boolean uncounted(WorkedSeries series) {
    return series.uncounted() instanceof Trend.Unbounded;
  }

  private static boolean rate(WorkedSeries series) {
    return series.counted().pattern().equals("rises as the rate of work does");
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, " %.1f %% |", 100 * share);
  }
}
