package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.history.Histories;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryGoldenTest {
  private static final long MB = 1 << 20;

  @TempDir Path folder;

  @Test
  void aLeakTracedAndCollected() throws IOException {
    for (int second = 5; second <= 60; second += 5) {
      leaking(second).writeTo(folder);
    }
    Golden.check("history.txt", text(new Style(false, true)));
    String ascii = text(Style.PLAIN);
    assertThat(ascii).matches("[\\x20-\\x7e\\n]*");
    Golden.check("history-ascii.txt", ascii);
  }

  @Test
  void forPrograms() throws IOException {
    leaking(5).writeTo(folder);
    Golden.check("history.json", Printed.by(out -> HistoryJson.write(read(), out)));
  }

  @Test
  void anOldSnapshotAlone() throws IOException {
    SnapshotBuilder.at(3).writeTo(folder);
    Golden.check("history-bare.txt", text(new Style(false, true)));
  }

  private static TracedBuilder leaking(int until) {
    TracedBuilder snapshot = TracedBuilder.at(until);
    for (int second = 1; second <= until; second++) {
      boolean old = second % 5 == 0;
      long garbage = old ? 0 : 4 * MB * (second % 5);
      snapshot.gc(
          second, old ? Generation.OLD : Generation.YOUNG, 20 * MB + second * MB / 2 + garbage);
    }
    return snapshot
        .counted("byte[]", until * MB / 2, until, "com.app.Orders.find(Orders.java:42)")
        .peak(until * MB / 2 + (until > 30 ? 20 * MB : 0), until > 30 ? 31 : until)
        .collections(until + 3L);
  }

  private String text(Style style) {
    return Printed.by(out -> new HistoryText(style).write(read(), out));
  }

  private List<History> read() {
    return Histories.read(List.of(folder), (done, of) -> {}).list();
  }
}
