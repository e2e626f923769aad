package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.watch.ViewState;
import dev.heapdrift.analyzer.watch.ViewState.Action;
import dev.heapdrift.analyzer.watch.ViewState.Sort;
import dev.heapdrift.analyzer.watch.WatchView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a watcher sees, and what the keys make of it. */
class WatchTextTest {
  private static final WatchView VIEW =
      new WatchView(
          7,
          "watch",
          61_000,
          512L << 20,
          Analyses.straight(1L << 20, 64L << 20),
          Analyses.leaks().findings(),
          0);

  private final ViewState state = new ViewState(Sort.VERDICT, "");

  @Test
  void threeLinesForEachThatGrows() {
    List<String> lines = lines(VIEW, 200, 10);
    assertThat(lines).hasSize(3 + 3 * 4);
    assertThat(lines.get(0)).isEqualTo("JVM 7, level watch, up 61 s");
    assertThat(lines.get(1)).startsWith("heap 64.0 MiB after the last collection, of at most 512");
    assertThat(lines.get(3)).matches("unbounded +98 % +71,332 +\\+640 +[_.:=+*#-]{32}");
    assertThat(lines.get(4).strip())
        .isEqualTo("held by static com.app.Orders.CACHE, java.util.HashMap");
    assertThat(lines.get(5).strip())
        .isEqualTo("unbounded-collection, filled at com.app.Orders.find(Orders.java:42)");
  }

  @Test
  void whatDoesNotFitIsCutAndCounted() {
    List<String> lines = lines(VIEW, 40, 1);
    assertThat(lines).allMatch(line -> line.length() <= 40);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("... 3 more");
  }

  @Test
  void packagesMakeRoomForWhatTellsMore() {
    assertThat(lines(VIEW, 63, 10))
        .contains("             held by static c.a.Orders.CACHE, java.util.HashMap");
    assertThat(lines(VIEW, 57, 10))
        .contains("             held by static c.a.Orders.CACHE, j.u.HashMap");
  }

  @Test
  void withoutAnythingItSaysSo() {
    WatchView nothing = new WatchView(7, "off", -1, -1, List.of(), List.of(), 0);
    assertThat(lines(nothing, 80, 10))
        .contains("heap: no collection seen yet", "nothing grows, as far as is seen");
  }

  @Test
  void whatTheFilterHidesIsCounted() {
    press("/nowhere\n");
    assertThat(lines(state.apply(VIEW), 80, 10)).endsWith("4 hidden by the filter");
  }

  @Test
  void keysChooseTheOrder() {
    press("z");
    assertThat(owners()).startsWith("static com.app.Orders.CACHE", "thread \"pool-#-thread-#\"");
    press("g");
    assertThat(owners())
        .startsWith("static com.app.Orders.CACHE", "static com.app.Shop.bus.listeners");
  }

  @Test
  void aFilterIsTypedCorrectedAndTakenBack() {
    press("/LISTENERZ\u007f");
    assertThat(state.lastLine()).isEqualTo("filter: LISTENER");
    press("\n");
    assertThat(owners()).containsExactly("static com.app.Shop.bus.listeners");
    assertThat(state.lastLine()).startsWith("(filter LISTENER)  q quit");
    press("/\u001b");
    assertThat(owners()).hasSize(4);
  }

  @Test
  void otherKeysAskForSomethingToBeDone() {
    assertThat(state.press('s')).isEqualTo(Action.SNAPSHOT);
    assertThat(state.press('3').level()).isEqualTo("exact");
    assertThat(state.press('q')).isEqualTo(Action.QUIT);
    assertThat(state.press('x')).isEqualTo(Action.DRAW);
    assertThat(Action.SNAPSHOT.level()).isNull();
    assertThat(Action.SNAPSHOT.asks()).isTrue();
    assertThat(Action.DRAW.asks()).isFalse();
    assertThat(Action.SAMPLE.title()).isEqualTo("level sample");
    state.say("done");
    assertThat(state.lastLine()).isEqualTo("done");
    press("x");
    assertThat(state.lastLine()).startsWith("q quit");
  }

  private void press(String keys) {
    keys.chars().forEach(state::press);
  }

  private List<String> owners() {
    return state.apply(VIEW).findings().stream()
        .map(Finding::details)
        .map(details -> String.valueOf(details.container().owner()))
        .toList();
  }

  private static List<String> lines(WatchView view, int width, int limit) {
    WatchText text = new WatchText(Style.PLAIN, width, limit);
    return Printed.by(out -> text.write(view, out)).lines().toList();
  }
}
