package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.lines.LineTable;
import dev.heapdrift.analyzer.lines.LinesException;
import dev.heapdrift.analyzer.series.NewestSnapshot;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesGoldenTest {
  private static final List<String> SOURCE =
      List.of(
          "package com.app;",
          "",
          "final class Orders {",
          "  Order find(String id) {",
          "    return CACHE.computeIfAbsent(id, Order::new); // \u001b[2J",
          "  }",
          "",
          "\tbyte[] page() {",
          "\t\treturn new byte[4096];",
          "\t}",
          "}");
  private static final String FIND = "com.app.Orders.find(Orders.java:5)";
  private static final String PAGE = "com.app.Orders.page(Orders.java:9)";
  private static final String GONE = "com.app.Orders.gone(Orders.java:99)";
  private static final String BARE = "com.app.Orders.bare(Orders.java)";

  @Test
  void countedLines() throws Exception {
    Snapshot earlier =
        TracedBuilder.at(10)
            .counted("com.app.Order", 3_834_880, 31_963, FIND)
            .counted("byte[]", 409_600, 100, PAGE)
            .build();
    Snapshot newest =
        TracedBuilder.at(20)
            .counted("com.app.Order", 8_369_152, 71_332, FIND)
            .counted("byte[]", 40_960, 10, PAGE)
            .counted("byte[]", 1024, 2, GONE)
            .counted("byte[]", 64, 4, BARE)
            .build();
    Golden.check("lines.txt", text(table(newest, earlier), -1));
    Golden.check(
        "lines.json",
        Printed.by(out -> LinesJson.write(table(newest, earlier), "src/Orders.java", SOURCE, out)));
  }

  @Test
  void sampledLinesAndOnlyThose() throws IOException {
    Snapshot earlier = TracedBuilder.at(10).sampled("byte[]", 409_600, 10_240, PAGE).build();
    Snapshot newest =
        TracedBuilder.at(20)
            .sampled("byte[]", 450_560, 11_264, PAGE)
            .sampled("com.app.Order", 8_369_152, 71_332, FIND)
            .build();
    Golden.check("lines-sampled.txt", text(table(newest, earlier), 1));
    Golden.check("lines-alone.txt", text(table(newest, null), 0));
  }

  private static LineTable table(Snapshot newest, Snapshot earlier) {
    try {
      return LineTable.of("Orders", new NewestSnapshot(newest, earlier), false);
    } catch (LinesException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(LineTable table, int context) {
    return Printed.by(
        out ->
            new LinesText(new Style(false, true), context)
                .write(table, "src/Orders.java", SOURCE, out));
  }
}
