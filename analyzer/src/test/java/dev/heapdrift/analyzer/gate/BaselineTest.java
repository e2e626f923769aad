package dev.heapdrift.analyzer.gate;

import static dev.heapdrift.analyzer.gate.GateCases.ONE;
import static dev.heapdrift.analyzer.gate.GateCases.TODAY;
import static dev.heapdrift.analyzer.gate.GateCases.TWO;
import static dev.heapdrift.analyzer.gate.GateCases.analysis;
import static dev.heapdrift.analyzer.gate.GateCases.leak;
import static dev.heapdrift.analyzer.gate.GateCases.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.json.JsonFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of known findings: what is taken in, what is kept, and what is wrong with it. */
class BaselineTest {
  private static final String ENTRY =
      "{'fingerprint': '1111111111111111', 'verdict': 'unbounded', 'largestSlope': 5,"
          + " 'reason': 'goes with release 7', 'owner': 'shop', 'expires': '2026-06-30'}";

  @TempDir Path folder;

  @Test
  void isReadAsItWasWritten() throws Exception {
    Baseline baseline = updated(Baseline.empty(), analysis(leak(ONE, 5.12345), leak(TWO, 7)));
    Path file = Files.writeString(folder.resolve("baseline.json"), baseline.print());
    assertThat(Baseline.read(file)).isEqualTo(baseline);
    assertThat(baseline.entries()).extracting(BaselineEntry::fingerprint).containsExactly(ONE, TWO);
    assertThat(baseline.entries().get(0).largestSlope()).isEqualTo(5.124);
  }

  @Test
  void anUpdateKeepsWhatPeopleWroteAndTheLargestSlope() throws Exception {
    Baseline baseline = read(ENTRY);
    BaselineEntry faster = updated(baseline, analysis(leak(ONE, 50))).entries().get(0);
    assertThat(faster.largestSlope()).isEqualTo(50);
    assertThat(faster.reason()).isEqualTo("goes with release 7");
    assertThat(faster.owner()).isEqualTo("shop");
    assertThat(faster.expires()).isEqualTo("2026-06-30");
    assertThat(faster.kind()).isEqualTo("unbounded-collection");
    BaselineEntry slower = updated(baseline, analysis(leak(ONE, 2))).entries().get(0);
    assertThat(slower.largestSlope()).isEqualTo(5);
  }

  @Test
  void whatIsGoneIsTakenOutButNotByAnInconclusiveRun() throws Exception {
    Baseline baseline = read(ENTRY);
    assertThat(updated(baseline, analysis(leak(TWO, 5))).without(baseline)).hasSize(1);
    assertThat(baseline.without(updated(baseline, analysis(leak(TWO, 5))))).hasSize(1);
    assertThat(baseline.without(updated(baseline, analysis(leak(TWO, 5), open(TWO))))).isEmpty();
  }

  @Test
  void doubtsAreTakenInByPeopleOnly() {
    assertThat(updated(Baseline.empty(), analysis(open(ONE))).entries()).isEmpty();
  }

  @Test
  void anUpdateDoesNotPutOffAnExpiry() throws Exception {
    Baseline expired = read(ENTRY.replace("2026-06-30", "2026-01-31"));
    Baseline updated = updated(expired, analysis(leak(ONE, 5)));
    assertThat(updated.entries().get(0).expires()).isEqualTo("2026-01-31");
  }

  @Test
  void anEntryWithoutASlopeAcceptsAny() throws Exception {
    Baseline any = read(ENTRY.replace("'largestSlope': 5,", ""));
    assertThat(updated(any, analysis(leak(ONE, 5))).entries().get(0).largestSlope()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1111111111111111 | 111              | fingerprint is \"111\", and must be 16 hex digits",
        "'unbounded'      | 'sawtooth'       | verdict is \"sawtooth\"",
        "'2026-06-30'     | 'next year'      | expires is \"next year\", and must be a day like",
        "'largestSlope'   | 'slope'          | entries[0].slope: unknown key",
        "5,               | 'fast',          | entries[0].largestSlope: must be a number",
      })
  void whatIsWrongIsToldWithItsPlace(String right, String wrong, String told) {
    assertThat(ENTRY).contains(right);
    assertThatThrownBy(() -> read(ENTRY.replace(right, wrong)))
        .isInstanceOf(JsonFileException.class)
        .message()
        .startsWith(folder.resolve("baseline.json") + ": line ")
        .contains(told);
  }

  @Test
  void twoEntriesMustNotShareAFingerprint() {
    assertThatThrownBy(() -> read(ENTRY + "," + ENTRY))
        .hasMessageContaining("two entries have the fingerprint 1111111111111111");
  }

  @Test
  void rulesAreReadAsStrictly() throws Exception {
    String rule = "{'kind': 'listener-leak', 'match': {'site': ['a.B']}, 'reason': 'ours'}";
    assertThat(rules(rule).rules()).hasSize(1);
    assertThatThrownBy(() -> rules(rule.replace("'ours'", "' '")))
        .hasMessageContaining("reason is missing");
    assertThatThrownBy(() -> rules(rule.replace("listener-leak", "listener")))
        .hasMessageContaining("no kind is called listener; known are allocation-growth");
  }

  private static Baseline updated(Baseline baseline, Analysis analysis) {
    Gate gate = new Gate(Threshold.ANY, List.of(baseline), Suppressions.NONE, 0.2, TODAY);
    return baseline.updated(gate.apply(analysis));
  }

  private Baseline read(String entries) throws Exception {
    return Baseline.read(
        file("baseline.json", "{'schema': 'heapdrift-baseline/1',\n'entries': [" + entries + "]}"));
  }

  private Suppressions rules(String rules) throws Exception {
    return Suppressions.read(
        file(
            "rules.json",
            "{'schema': 'heapdrift-suppressions/1',\n'suppressions': [" + rules + "]}"));
  }

  private Path file(String name, String json) throws Exception {
    return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }
}
