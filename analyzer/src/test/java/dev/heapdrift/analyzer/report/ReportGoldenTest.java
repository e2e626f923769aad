package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.diff.DiffQuery;
import dev.heapdrift.analyzer.diff.GroupBy;
import dev.heapdrift.analyzer.diff.SnapshotDiff;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportGoldenTest {
  private static final Style UNICODE = new Style(false, true);

  @Test
  void leaksForPeople() throws IOException {
    Golden.check("leaks.txt", text(Analyses.leaks(), UNICODE, false));
  }

  @Test
  void everythingThatGrewInPlainAscii() throws IOException {
    String text = text(Analyses.leaks(), Style.PLAIN, true);
    assertThat(text).matches("[\\x20-\\x7e\\n]*");
    Golden.check("leaks-all.txt", text);
  }

  @Test
  void inconclusiveForPeople() throws IOException {
    Golden.check("inconclusive.txt", text(Analyses.inconclusive(), UNICODE, false));
  }

  @Test
  void cleanForPeople() throws IOException {
    Golden.check("clean.txt", text(Analyses.clean(), UNICODE, false));
  }

  @Test
  void whatShouldEndNamesBothEnds() throws IOException {
    Golden.check("unended.txt", text(Analyses.unended(), UNICODE, false));
  }

  @Test
  void whatTheCatalogueKnowsForPeopleAndForPrograms() throws IOException {
    Golden.check("known.txt", text(Analyses.known(), UNICODE, true));
    Golden.check("known.json", Printed.by(out -> JsonReport.write(Analyses.known(), 99, out)));
  }

  @Test
  void leaksForPrograms() throws IOException {
    Golden.check("leaks.json", Printed.by(out -> JsonReport.write(Analyses.leaks(), 99, out)));
  }

  @Test
  void oneFindingExplainedForPeopleAndForPrograms() throws IOException {
    List<Explanation> why = List.of(Explanations.cache(), Explanations.listeners());
    Golden.check("explain.txt", Printed.by(out -> new ExplanationText(UNICODE).write(why, out)));
    Golden.check("explain.json", Printed.by(out -> ExplanationJson.write(why, out)));
  }

  @Test
  void coloursAreTheOnlyDifferenceOnATerminal() {
    String colours = text(Analyses.leaks(), new Style(true, true), true);
    assertThat(colours).contains("\u001b[1;31m").doesNotContain("\u001b[2J");
    assertThat(colours.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(Analyses.leaks(), UNICODE, true));
  }

  @Test
  void diffForPeopleAndForPrograms() throws IOException {
    SnapshotBuilder from = SnapshotBuilder.at(10);
    from.map(1, "com.app.Orders.CACHE", 31_963, "com.app.Orders.find(Orders.java:42)");
    from.map(2, "com.app.Idle.SET", 500, "com.app.Idle.tick(Idle.java:5)");
    SnapshotBuilder to = SnapshotBuilder.at(20);
    to.map(1, "com.app.Orders.CACHE", 71_332, "com.app.Orders.find(Orders.java:42)");
    to.container(
        to.facts(3, "java.util.ArrayList", Structure.LIST, null, 7, -1, "a.B.c(B.java:1)"));
    Golden.check("diff.txt", diff(from.build(), to.build(), GroupBy.LINE));
    Golden.check("diff-traceback.txt", diff(from.build(), to.build(), GroupBy.TRACEBACK));
    Golden.check(
        "diff.json",
        Printed.by(
            out ->
                DiffJson.write(
                    SnapshotDiff.of(from.build(), to.build(), query(GroupBy.OWNER)), 99, out)));
  }

  private static String diff(Snapshot from, Snapshot to, GroupBy groupBy) {
    return Printed.by(
        out -> new DiffText(UNICODE, 99).write(SnapshotDiff.of(from, to, query(groupBy)), out));
  }

  private static DiffQuery query(GroupBy groupBy) {
    return new DiffQuery(groupBy, false, List.of());
  }

  private static String text(Analysis analysis, Style style, boolean all) {
    return Printed.by(out -> new TextReport(style, 10, all).write(analysis, out));
  }
}
