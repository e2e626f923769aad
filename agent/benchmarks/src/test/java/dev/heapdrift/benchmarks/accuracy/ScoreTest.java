package dev.heapdrift.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final String SITE = "app.Leaky.put(Leaky.java:7)";
  private static final Pair HELD =
      new Pair("held", "unbounded-cache", "Leaky.MAP", Map.of("held", "Leaky.put"));
  private static final Pair UNHELD =
      new Pair("unheld", "linked-structure", null, Map.of("unheld", "Leaky.put"));
  private static final String RIGHT = finding("unbounded-cache", SITE, "static app.Leaky.MAP");
  private static final String OTHER = finding("unbounded-collection", "app.Other.x(O.java:1)", "o");
  private static final JsonNode SILENT = answer(20);

  private static String finding(String kind, String site, String owner) {
    return """
        {"verdict": "unbounded", "kind": "%s", "insertionSite": "%s", "container": {"owner": "%s"}}
        """
        .formatted(kind, site, owner);
  }

  private static JsonNode answer(int snapshots, String... findings) {
    try {
      return new ObjectMapper()
          .readTree(
              "{\"outcome\": \"clean\", \"snapshots\": %d, \"findings\": [%s]}"
                  .formatted(snapshots, String.join(",", findings)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Score score(Pair pair, JsonNode leaky, JsonNode fixed) {
    return Score.of(pair, List.of(SITE), leaky, fixed);
  }

  @Test
  void whatIsFoundFirstAtItsLineWithItsOwnerAndKindIsRight() {
    Score score = score(HELD, answer(20, RIGHT), SILENT);
    assertThat(score.first()).isTrue();
    assertThat(score.line()).isTrue();
    assertThat(score.owner()).isTrue();
    assertThat(score.kind()).isTrue();
    assertThat(score.beside()).isZero();
    assertThat(score.silent()).isTrue();
  }

  @Test
  void whatIsFoundSecondIsNotFoundFirst() {
    Score score = score(HELD, answer(20, OTHER, RIGHT), SILENT);
    assertThat(score.first()).isFalse();
    assertThat(score.kind()).isFalse();
    assertThat(score.beside()).isEqualTo(1);
    assertThat(score.said()).isEqualTo("unbounded-collection at app.Other.x(O.java:1)");
  }

  @Test
  void theOwnerAloneIsEnoughToBeFound() {
    String elsewhere = finding("unbounded-collection", "app.A.b(A.java:1)", "static app.Leaky.MAP");
    Score score = score(HELD, answer(20, elsewhere), SILENT);
    assertThat(score.first()).isTrue();
    assertThat(score.line()).isFalse();
    assertThat(score.kind()).isFalse();
    assertThat(score.beside()).isZero();
  }

  @Test
  void whereNoOwnerIsExpectedNoneIsJudged() {
    Score score = score(UNHELD, answer(20, finding("linked-structure", SITE, "")), SILENT);
    assertThat(score.first()).isTrue();
    assertThat(score.owner()).isNull();
  }

  @Test
  void aFixedTwinIsNotSilentWhenItsFindingsAreUnboundedOrTooLittleWasSeen() {
    assertThat(score(HELD, answer(20), answer(20, OTHER)).silent()).isFalse();
    assertThat(score(HELD, answer(20), answer(3)).silent()).isFalse();
  }

  @Test
  void aRunThatFailedHasFoundNothingAndIsNotSilent() {
    JsonNode failed = MissingNode.getInstance();
    Score score = score(HELD, failed, failed);
    assertThat(score.first()).isFalse();
    assertThat(score.silent()).isFalse();
    assertThat(score.said()).isEqualTo("the run failed");
  }

  @Test
  void theTableEndsInTotals() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<Score> scores =
        List.of(score(HELD, answer(20, RIGHT), SILENT), score(UNHELD, answer(20, OTHER), SILENT));
    ScoreTable.print(new PrintStream(printed, true, StandardCharsets.UTF_8), "Leaks", scores);
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .contains(
            "| held | yes | yes | yes | yes | 0 | yes |  |",
            "| unheld | **no** | **no** |  | **no** | 1 | yes"
                + " | unbounded-collection at app.Other.x(O.java:1) |")
        .endsWith("| **2 pairs** | 1 | 1 | 1 of 1 | 1 | 1 | 2 |  |");
  }
}
