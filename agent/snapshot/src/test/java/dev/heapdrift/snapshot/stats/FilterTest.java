package dev.heapdrift.snapshot.stats;

import static dev.heapdrift.snapshot.stats.Traces.FIND;
import static dev.heapdrift.snapshot.stats.Traces.LOAD;
import static dev.heapdrift.snapshot.stats.Traces.PAY;
import static dev.heapdrift.snapshot.stats.Traces.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tracemalloc documents of Filter and filter_traces, with patterns of class names too. */
class FilterTest {
  private final Snapshot snapshot =
      Traces.keeping(25)
          .counted(1, 1, PUT, FIND, PAY)
          .counted(2, 1, LOAD, PAY)
          .counted(4, 1, PAY)
          .counted(8, 1, PUT)
          .build();

  @ParameterizedTest
  @CsvSource({
    "+com.app, 3",
    "com.app, 3",
    "+com.app.Orders, 3",
    "+com.app.Order, 0",
    "+com.app.Order?, 3",
    "+com.*, 7",
    "+Orders.java, 3",
    "+*.java, 15",
    "+Orders.java:42, 1",
    "+com.app.Orders:50, 2",
    "+com.shop.Checkout, 4",
    "+HashMap.java, 8",
    "-com.app, 12",
    "-Orders.java:42, 14",
    "+com.shop@all, 7",
    "-com.shop@all, 8",
    "+java.util@all, 9",
    "+java.util, 8",
    "+Checkout.java:9@all, 7",
    "+com.app.Orders.find, 0",
  })
  void keepsWhatItMatches(String filter, long bytes) {
    assertThat(kept(filter)).isEqualTo(bytes);
  }

  @Test
  void anyInclusiveFilterSufficesAndNoExclusiveOneMayMatch() {
    assertThat(kept("+com.app", "+com.shop")).isEqualTo(7);
    assertThat(kept("-com.app", "-com.shop")).isEqualTo(8);
    assertThat(kept("+com.app", "-Orders.java:42")).isEqualTo(2);
    assertThat(kept("+com.app", "-com.app")).isZero();
  }

  @Test
  void aStackWithoutFramesMatchesNothing() {
    Snapshot bare = Traces.keeping(1).counted(8, 1).build();
    assertThat(sum(TraceQuery.filter(bare, List.of(Filter.parse("+*"))))).isZero();
    assertThat(sum(TraceQuery.filter(bare, List.of(Filter.parse("-*"))))).isEqualTo(8);
  }

  @Test
  void aPatternIsNoRegularExpression() {
    assertThat(kept("+com(app")).isZero();
    assertThat(kept("+\\E.*")).isZero();
    assertThat(kept("+com.app.[A-Z]rders")).isZero();
  }

  @Test
  void parsesSignPatternLineAndFrames() {
    assertThat(Filter.parse(" -com.app.*:7@all "))
        .isEqualTo(new Filter(false, "com.app.*", 7, true));
    assertThat(Filter.parse("Orders.java")).isEqualTo(new Filter(true, "Orders.java", 0, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        " ",
        "+:42",
        "@all",
        "com.app:",
        "com.app:0",
        "com.app:-1",
        "a:b",
        "a:99999999999",
        "a@any",
        "a@all@all"
      })
  void whatCannotBeParsedIsSaidInOneLine(String text) {
    assertThatThrownBy(() -> Filter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[^\\n]*filter[^\\n]*");
  }

  private long kept(String... filters) {
    List<Filter> parsed = Stream.of(filters).map(Filter::parse).toList();
    long bytes = sum(TraceQuery.filter(snapshot, parsed));
    assertThat(
            TraceQuery.by(GroupBy.TYPE).where(parsed).statistics(snapshot).stream()
                .mapToLong(Statistic::size)
                .sum())
        .isEqualTo(bytes);
    return bytes;
  }

  private static long sum(Snapshot snapshot) {
    return snapshot.allocations().traces().stream().mapToLong(t -> t.live().bytes()).sum();
  }
}
