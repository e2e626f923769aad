package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The measured tables of docs/verdicts.md. {@code -Dheapdrift.update.docs=true} simulates the
 * 17,000 series for each table and rewrites what stands between the page's markers; without it only
 * the markers are checked.
 */
class VerdictsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "verdicts.md");
  private static final String BEGIN = "<!-- simulated: begin -->\n";
  private static final String END = "<!-- simulated: end -->\n";
  private static final int EACH = 1000;
  private static final List<String> VERDICTS =
      List.of("Unbounded", "Saturating", "Sawtooth", "Steady", "Inconclusive");

  @Test
  void thePageCarriesTheSimulation() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN).contains(END);
    if (Boolean.getBoolean("heapdrift.update.docs")) {
      String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
      Files.writeString(PAGE, before + tables() + page.substring(page.indexOf(END)));
    }
  }

  private static String tables() {
    List<Accuracy.Result> results = Accuracy.simulate(EACH, 20, 90);
    return "\n### By shape, 20 to 90 readings\n\n"
        + byShape(results)
        + "\n### By number of readings\n\n"
        + byReadings()
        + "\n### A saturating exponential, by how much of it was seen\n\n"
        + byTimeConstants()
        + "\n### Reliability of the confidence, 8 to 90 readings\n\n"
        + reliability();
  }

  private static String byShape(List<Accuracy.Result> results) {
    StringBuilder table = new StringBuilder("| shape | leak | series |");
    VERDICTS.forEach(v -> table.append(' ').append(v.toLowerCase(Locale.ROOT)).append(" |"));
    table.append("\n|---|---|---|---|---|---|---|---|\n");
    for (Map.Entry<Shape, Map<String, Integer>> row : Accuracy.verdicts(results).entrySet()) {
      Shape shape = row.getKey();
      String name = shape.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      table.append("| " + name + " | " + (shape.leak ? "yes" : "no") + " | " + EACH + " |");
      VERDICTS.forEach(
          v -> table.append(' ').append(row.getValue().getOrDefault(v, 0)).append(" |"));
      table.append('\n');
    }
    return table
        .append("| **all leaks found** | | | ")
        .append(percent(Accuracy.unbounded(results, true)))
        .append(" | | | | |\n| **all healthy called unbounded** | | | ")
        .append(percent(Accuracy.unbounded(results, false)))
        .append(" | | | | |\n")
        .toString();
  }

  private static String byReadings() {
    StringBuilder table =
        new StringBuilder("| readings | leaks found | healthy called unbounded |\n|---|---|---|\n");
    int[][] ranges = {{8, 11}, {12, 19}, {20, 39}, {40, 90}};
    for (int[] range : ranges) {
      List<Accuracy.Result> results = Accuracy.simulate(EACH, range[0], range[1]);
      table.append("| " + range[0] + " to " + range[1]);
      table.append(" | " + percent(Accuracy.unbounded(results, true)));
      table.append(" | " + percent(Accuracy.unbounded(results, false)) + " |\n");
    }
    return table.toString();
  }

  private static String byTimeConstants() {
    StringBuilder table =
        new StringBuilder("| time constants seen | of the plateau reached | called unbounded |\n");
    table.append("|---|---|---|\n");
    double[] all = {0.15, 0.3, 0.5, 0.7, 0.8, 1, 1.5, 2};
    for (double constants : all) {
      int unbounded = 0;
      for (int seed = 0; seed < EACH; seed++) {
        Curve curve = exponential(constants, new Random(seed));
        Trend trend = TrendJudge.judge(curve, Observation.busy(curve));
        unbounded += trend instanceof Trend.Unbounded ? 1 : 0;
      }
      double reached = 1 - Math.exp(-constants);
      table.append("| " + constants + " | " + percent(reached));
      table.append(" | " + percent(unbounded / (double) EACH) + " |\n");
    }
    return table.toString();
  }

  private static Curve exponential(double constants, Random random) {
    int readings = 20 + random.nextInt(71);
    double noise = 0.02 * random.nextDouble() * (1 - Math.exp(-constants));
    double[] times = new double[readings];
    double[] sizes = new double[readings];
    for (int i = 0; i < readings; i++) {
      double t = i / (readings - 1.0);
      times[i] = 60 * t;
      sizes[i] = Math.rint(1e5 * (1 - Math.exp(-constants * t) + noise * random.nextGaussian()));
    }
    return Curve.of(times, sizes);
  }

  private static String reliability() {
    StringBuilder table =
        new StringBuilder("| confidence | series | mean confidence | of them leaks |\n");
    table.append("|---|---|---|---|\n");
    List<Accuracy.Result> results = Accuracy.simulate(4 * EACH, 8, 90);
    double[] edges = {0, 0.8, 0.9, 0.95, 0.98, 1.01};
    for (int i = 0; i + 1 < edges.length; i++) {
      double low = edges[i];
      double high = edges[i + 1];
      List<Accuracy.Result> bin =
          results.stream()
              .filter(r -> r.unbounded() && r.confidence() >= low && r.confidence() < high)
              .toList();
      double mean = bin.stream().mapToDouble(Accuracy.Result::confidence).average().orElse(0);
      double leaks = bin.stream().filter(r -> r.shape().leak).count() / (double) bin.size();
      table.append(String.format(Locale.ROOT, "| %.2f to %.2f | ", low, Math.min(1, high)));
      table.append(bin.size() + " | " + percent(mean) + " | " + percent(leaks) + " |\n");
    }
    return table.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
