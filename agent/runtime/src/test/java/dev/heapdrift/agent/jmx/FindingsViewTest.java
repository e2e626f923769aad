package dev.heapdrift.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsViewTest {
  private static final Map<String, String> WHOLE =
      Map.of("outcome", "leaks", "snapshots", "12", "spanSeconds", "60.5");

  @Test
  void readsWhatTheAnalyzerSays() {
    Map<String, String> finding =
        Map.of(
            "rank", "1",
            "kind", "unbounded-cache",
            "verdict", "unbounded",
            "confidence", "0.99",
            "fingerprint", "17aadc147c87b2aa",
            "title", "a cache grows",
            "insertionSite", "a.B.c(B.java:4)",
            "owner", "static a.B.CACHE",
            "remedy", "bound it",
            "entriesPerSecond", "700.0");
    FindingsView view = new FindingsView(List.of(WHOLE, finding));
    assertThat(view.getOutcome()).isEqualTo("leaks");
    assertThat(view.getSnapshots()).isEqualTo(12);
    assertThat(view.getSpanSeconds()).isEqualTo(60.5);
    assertThat(view.getFindings())
        .singleElement()
        .returns(1, FindingView::getRank)
        .returns("unbounded-cache", FindingView::getKind)
        .returns("unbounded", FindingView::getVerdict)
        .returns(0.99, FindingView::getConfidence)
        .returns("17aadc147c87b2aa", FindingView::getFingerprint)
        .returns("a cache grows", FindingView::getTitle)
        .returns("a.B.c(B.java:4)", FindingView::getInsertionSite)
        .returns("static a.B.CACHE", FindingView::getOwner)
        .returns("bound it", FindingView::getRemedy)
        .returns(700.0, FindingView::getEntriesPerSecond);
  }

  @Test
  void whatIsNotKnownIsNoFigure() {
    Map<String, String> finding = Map.of("rank", "1", "verdict", "inconclusive");
    assertThat(new FindingsView(List.of(WHOLE, finding)).getFindings())
        .singleElement()
        .returns(null, FindingView::getConfidence)
        .returns(null, FindingView::getOwner)
        .returns(null, FindingView::getEntriesPerSecond);
    assertThat(new FindingsView(List.of(WHOLE)).getFindings()).isEmpty();
  }
}
