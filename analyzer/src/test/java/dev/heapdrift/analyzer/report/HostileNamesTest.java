package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.snapshot.Frame;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A class file may give things any name: none of them may break a report, or speak for itself. */
class HostileNamesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "<script>alert('&amp;\"')</script>",
        "50%0A::error::all is well",
        "two\nlines\r\n::error::mine",
        "]]> --> <!-- <![CDATA[",
        "``` ```` | a | [x](y) *b* _c_ @everyone #1 \\",
        "žluťoučký 漢字 \ud83d\ude00 \u2028 \u202e",
        "lone \ud800 surrogate \udc00 \ufffe \u0000 \u001b[2J",
        "a:b,c%3A d",
      })
  void neitherBreakAReportNorSpeakForThemselves(String name) throws Exception {
    GateResult result = GateResults.of(named(name));
    SourcePlaces places = new SourcePlaces(List.of(folder), folder);

    String sarif = Printed.by(out -> SarifReport.write(result, places, "1.0", out));
    assertThat(Schemas.problemsOfSarif(sarif)).isEmpty();
    JsonNode log = JSON.readTree(sarif).at("/runs/0/results/0");
    assertThat(log.at("/message/text").asText()).contains(name);
    assertThat(log.at("/relatedLocations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("com.app." + name + ".CACHE");
    assertThat(new URI(uri(log)).getPath()).isEqualTo(expectedPath(name));

    JsonNode quality = JSON.readTree(Printed.by(out -> GitlabQuality.write(result, places, out)));
    assertThat(quality.at("/0/location/path").asText()).isEqualTo("com/app/" + name + ".java");
    JsonNode answer = JSON.readTree(Printed.by(out -> GateJson.write(result, out)));
    assertThat(answer.at("/analysis/findings/0/title").asText()).contains(name);

    String suite = Printed.by(out -> JunitXml.write(result, out));
    Schemas.checkJunit(suite);
    assertThat(suite).matches("[\\x20-\\x7e\\n]*");
    assertThat(failure(suite)).contains(legal(name));

    String commands = Printed.by(out -> GithubAnnotations.write(result, places, out));
    assertThat(commands.lines()).hasSize(1).first().asString().startsWith("::error title=");
    assertThat(commands).doesNotContain("%0A::error::all");

    String page = Printed.by(out -> GateHtml.write(result, places, out));
    assertThat(page).matches("[\\x20-\\x7e\\n\\t]*");
    Element html = parsed(page);
    assertThat(html.getElementsByTagName("script").getLength()).isZero();
    assertThat(html.getElementsByTagName("h2").item(0).getTextContent())
        .isEqualTo(Xml.legal("Map " + name + " grows"));

    String markdown = Printed.by(out -> GateMarkdown.write(result, places, out));
    assertThat(markdown.lines().filter(line -> line.startsWith("| new"))).hasSize(1);
    assertThat(markdown.lines().filter(line -> line.startsWith("| new")).findFirst().orElseThrow())
        .doesNotContain("<script>")
        .doesNotContain("@everyone")
        .satisfies(row -> assertThat(row.chars().filter(c -> c == '|')).hasSize(6));
  }

  private static Analysis named(String name) {
    Analysis leaks = Analyses.leaks();
    Finding leak = leaks.findings().get(0);
    Details old = leak.details();
    Details details =
        new Details(
            old.verdict(),
            old.confidence(),
            old.fingerprint(),
            "Map " + name + " grows",
            new Container(
                "java.util.HashMap",
                "static com.app." + name + ".CACHE",
                "com.app." + name + ".CACHE",
                9,
                1,
                List.of()),
            new Frame("com.app." + name, "find", name + ".java", 42),
            null,
            List.of(),
            old.growth(),
            old.evidence(),
            List.of(),
            List.of(),
            "Bound it.",
            List.of());
    return new Analysis(
        leaks.outcome(),
        leaks.runs(),
        List.of(),
        List.of(leak.with(details)),
        1,
        List.of(),
        leaks.drops());
  }

  private static String uri(JsonNode result) {
    return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
  }

  // What no encoding can carry comes as a question mark.
  private static String expectedPath(String name) {
    byte[] utf8 = ("com/app/" + name + ".java").getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String failure(String suite) throws Exception {
    Element failure = (Element) parsed(suite).getElementsByTagName("failure").item(0);
    return failure.getAttribute("message");
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  /** As an attribute of XML carries it: what it cannot say is gone, and line ends are spaces. */
  private static String legal(String name) {
    StringBuilder legal = new StringBuilder();
    name.codePoints()
        .map(c -> c == '\n' ? ' ' : c < ' ' || c == 0xfffe || isSurrogate(c) ? '?' : c)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
