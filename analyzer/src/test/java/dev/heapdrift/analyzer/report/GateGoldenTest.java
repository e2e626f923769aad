package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report of the gate as text; those that others read, against their schemas. */
class GateGoldenTest {
  private static final Style UNICODE = new Style(false, true);

  @TempDir Path folder;

  private SourcePlaces places;

  @BeforeEach
  void sources() throws IOException {
    places = GateResults.places(folder);
  }

  @Test
  void failingForPeople() throws IOException {
    Golden.check(
        "check-fails.txt",
        Printed.by(out -> new GateText(UNICODE, 10).write(GateResults.failing(), out)));
  }

  @Test
  void passingForPeopleSaysWhatWasLetThrough() throws IOException {
    String text = Printed.by(out -> new GateText(UNICODE, 10).write(GateResults.passing(), out));
    assertThat(text).startsWith("heapdrift check passes: 1 known, 1 suppressed");
    Golden.check("check-passes.txt", text);
  }

  @Test
  void inconclusiveForPeopleSaysWhatIsMissing() throws IOException {
    Golden.check(
        "check-inconclusive.txt",
        Printed.by(out -> new GateText(UNICODE, 10).write(GateResults.inconclusive(), out)));
  }

  @Test
  void answerForPrograms() throws IOException {
    Golden.check("check.json", Printed.by(out -> GateJson.write(GateResults.failing(), out)));
  }

  @Test
  void summaryInMarkdown() throws IOException {
    Golden.check(
        "check.md", Printed.by(out -> GateMarkdown.write(GateResults.failing(), places, out)));
  }

  @Test
  void page() throws IOException {
    String page = Printed.by(out -> GateHtml.write(GateResults.failing(), places, out));
    assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http://", "https://");
    Golden.check("check.html", page);
    assertThat(Printed.by(out -> GateHtml.write(GateResults.inconclusive(), places, out)))
        .contains("something still grows that could not be judged");
  }

  @Test
  void annotationsOfGithub() throws IOException {
    Golden.check(
        "check-github.txt",
        Printed.by(out -> GithubAnnotations.write(GateResults.failing(), places, out)));
    assertThat(Printed.by(out -> GithubAnnotations.write(GateResults.inconclusive(), places, out)))
        .startsWith("::error title=heapdrift check::inconclusive: something still grows");
  }

  @Test
  void sarif() throws IOException {
    String log = Printed.by(out -> SarifReport.write(GateResults.failing(), places, "1.0", out));
    assertThat(Schemas.problemsOfSarif(log)).isEmpty();
    Golden.check("check.sarif", log);
    for (String other :
        new String[] {
          Printed.by(out -> SarifReport.write(GateResults.passing(), places, "1.0", out)),
          Printed.by(out -> SarifReport.write(GateResults.inconclusive(), places, "1.0", out))
        }) {
      assertThat(Schemas.problemsOfSarif(other)).isEmpty();
    }
  }

  @Test
  void junit() throws Exception {
    String suite = Printed.by(out -> JunitXml.write(GateResults.failing(), out));
    Schemas.checkJunit(suite);
    Golden.check("check-junit.xml", suite);
    String doubt = Printed.by(out -> JunitXml.write(GateResults.inconclusive(), out));
    Schemas.checkJunit(doubt);
    assertThat(doubt).contains("errors=\"1\"").contains("<error type=\"inconclusive\"");
    String known = Printed.by(out -> JunitXml.write(GateResults.passing(), out));
    Schemas.checkJunit(known);
    assertThat(known).contains("failures=\"0\"").contains("skipped=\"2\"");
  }

  @Test
  void qualityOfGitlab() throws IOException {
    Golden.check(
        "check-gitlab.json",
        Printed.by(out -> GitlabQuality.write(GateResults.failing(), places, out)));
  }
}
