package dev.heapdrift.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {
  private static final String RESIZE = "java.util.HashMap.resize(HashMap.java:700)";
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";
  private static final String PAY = "com.shop.Checkout.pay(Checkout.java:9)";
  private static final String IDLE = "com.app.Idle.tick(Idle.java:5)";

  private final SnapshotBuilder from =
      SnapshotBuilder.at(10)
          .map(1, "com.app.Orders.CACHE", 1000, RESIZE, FIND, PAY)
          .map(2, "com.app.Idle.SET", 500, RESIZE, IDLE);
  private final SnapshotBuilder to =
      SnapshotBuilder.at(20)
          .map(1, "com.app.Orders.CACHE", 3000, RESIZE, FIND, PAY)
          .map(3, "com.app.Late.MAP", 10, RESIZE, PAY);

  @Test
  void isAFullOuterJoinSortedByTheSizeOfTheChange() {
    assertThat(rows(GroupBy.LINE))
        .containsExactly(
            "Orders.java:42 300000 +200000 3000 +2000",
            "Idle.java:5 0 -50000 0 -500",
            "Checkout.java:9 1000 +1000 10 +10");
  }

  @Test
  void groupsByEveryKey() {
    assertThat(rows(GroupBy.FILE)).first().asString().startsWith("Orders.java 300000");
    assertThat(rows(GroupBy.TYPE)).containsExactly("java.util.HashMap 301000 +151000 3010 +1510");
    assertThat(rows(GroupBy.METHOD)).first().asString().startsWith("com.app.Orders.find 300000");
    assertThat(rows(GroupBy.CLASS)).first().asString().startsWith("com.app.Orders 300000");
    assertThat(rows(GroupBy.PACKAGE))
        .containsExactly("com.app 300000 +150000 3000 +1500", "com.shop 1000 +1000 10 +10");
    assertThat(rows(GroupBy.OWNER)).first().asString().startsWith("static com.app.Orders.CACHE ");
    assertThat(rows(GroupBy.CONTAINER)).first().asString().startsWith("#1 java.util.HashMap ");
    Row traceback = diff(GroupBy.TRACEBACK, false, "", "").rows().get(0);
    assertThat(traceback.key().frames()).hasSize(3);
  }

  @Test
  void cumulativeCountsForEveryApplicationFrame() {
    assertThat(diff(GroupBy.PACKAGE, true, "", "").rows())
        .extracting(row -> row.key().label() + ' ' + row.after().entries())
        .containsExactly("com.shop 3010", "com.app 3000");
  }

  @Test
  void includeFiltersAreAnyOfAndExcludeFiltersNoneOf() {
    assertThat(diff(GroupBy.LINE, false, "com.shop;com.app.Orders", "").rows())
        .extracting(row -> row.key().label())
        .containsExactly("Orders.java:42", "Checkout.java:9");
    assertThat(diff(GroupBy.LINE, false, "", "com.shop;com.app.Orders").rows())
        .extracting(row -> row.key().label())
        .containsExactly("Idle.java:5");
  }

  @Test
  void filtersKnowLinesAndAllFrames() {
    assertThat(linesOf("+Orders.java:42")).containsExactly("Orders.java:42");
    assertThat(linesOf("-com.shop@all")).containsExactly("Idle.java:5");
  }

  @Test
  void aContainerWithoutAStackIsFilteredByItsClass() {
    SnapshotBuilder bare = SnapshotBuilder.at(5).map(1, "com.app.Orders.CACHE", 10);
    Snapshot snapshot = bare.build();
    assertThat(SnapshotDiff.of(snapshot, snapshot, filtered("+java.util.HashMap")).rows())
        .extracting(row -> row.key().label())
        .containsExactly("no stack");
    assertThat(SnapshotDiff.of(snapshot, snapshot, filtered("-java.util")).rows()).isEmpty();
  }

  private List<String> linesOf(String filter) {
    return SnapshotDiff.of(from.build(), to.build(), filtered(filter)).rows().stream()
        .map(row -> row.key().label())
        .toList();
  }

  private static DiffQuery filtered(String filter) {
    return new DiffQuery(GroupBy.LINE, false, List.of(Filter.parse(filter)));
  }

  @Test
  void sizesThatWereNotMeasuredAreNotGuessed() {
    SnapshotBuilder unmeasured = SnapshotBuilder.at(30);
    unmeasured.container(
        unmeasured.facts(9, "java.util.ArrayList", Structure.LIST, null, 77, -1, PAY));
    Row row =
        SnapshotDiff.of(unmeasured.build(), unmeasured.build(), query(GroupBy.OWNER, false, "", ""))
            .rows()
            .get(0);
    assertThat(row.measured()).isFalse();
    assertThat(row.after()).isEqualTo(new Amount(0, 77, false));
    assertThat(row.key().label()).isEqualTo("owner not found");
  }

  @Test
  void aFrameThatLostItsFileCountsForItsLine() {
    Frame lost = new Frame("com.app.Orders", "find", null, 42);
    Snapshot snapshot = to.build();
    List<List<Frame>> stacks = new ArrayList<>(snapshot.stacks());
    stacks.set(1, List.of(lost));
    Snapshot damaged =
        new Snapshot(
            snapshot.jvm(),
            snapshot.capture(),
            snapshot.agent(),
            stacks,
            snapshot.containers(),
            List.of(),
            List.of(),
            List.of());
    assertThat(SnapshotDiff.of(damaged, damaged, query(GroupBy.LINE, false, "", "")).rows())
        .extracting(row -> row.key().label() + ' ' + row.after().entries())
        .containsExactly("Orders.java:42 3010");
  }

  @Test
  void containersOfDifferentJvmsAreNotCompared() {
    assertThatThrownBy(
            () ->
                SnapshotDiff.of(
                    from.build(),
                    SnapshotBuilder.of("jvm2", 5).build(),
                    query(GroupBy.CONTAINER, false, "", "")))
        .hasMessageContaining("containers of different JVMs cannot be compared");
  }

  @Test
  void cumulativeDoesNotGoWithTracebacks() {
    assertThatThrownBy(() -> diff(GroupBy.TRACEBACK, true, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> rows(GroupBy groupBy) {
    return diff(groupBy, false, "", "").rows().stream().map(SnapshotDiffTest::print).toList();
  }

  private static String print(Row row) {
    return String.format(
        "%s %d %+d %d %+d",
        row.key().label(),
        row.after().bytes(),
        row.bytesDiff(),
        row.after().entries(),
        row.entriesDiff());
  }

  private Diff diff(GroupBy groupBy, boolean cumulative, String include, String exclude) {
    return SnapshotDiff.of(from.build(), to.build(), query(groupBy, cumulative, include, exclude));
  }

  private static DiffQuery query(
      GroupBy groupBy, boolean cumulative, String include, String exclude) {
    List<Filter> filters = new ArrayList<>();
    patterns(include).forEach(text -> filters.add(new Filter(true, text, 0, false)));
    patterns(exclude).forEach(text -> filters.add(new Filter(false, text, 0, false)));
    return new DiffQuery(groupBy, cumulative, filters);
  }

  private static List<String> patterns(String semicolons) {
    return semicolons.isEmpty() ? List.of() : List.of(semicolons.split(";", -1));
  }
}
