package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Standing;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The gate's answer as a suite of tests, in the XML that Jenkins, GitLab and others read: a test
 * that enough was measured, in error where it was not, and one for each finding, failed where it
 * fails, skipped where it is known or left out.
 */
public final class JunitXml {
  private static final String SUITE = "heapdrift check";

  private final GateResult result;
  private final XMLStreamWriter xml;

  private JunitXml(GateResult result, XMLStreamWriter xml) {
    this.result = result;
    this.xml = xml;
  }

  /** Writes the suite. */
  public static void write(GateResult result, PrintWriter out) {
    Xml.write(xml -> new JunitXml(result, xml).suite(), out);
  }

  private void suite() throws XMLStreamException {
    List<Gated> cases =
        result.distinct().stream()
            .filter(gated -> gated.standing() != Standing.BOUNDED)
            .filter(gated -> gated.standing() != Standing.OPEN)
            .toList();
    int failures = result.failing().size();
    xml.writeStartDocument(StandardCharsets.US_ASCII.name(), "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", SUITE);
    xml.writeAttribute("tests", Integer.toString(cases.size() + 1));
    xml.writeAttribute("failures", Integer.toString(failures));
    xml.writeAttribute("errors", result.conclusive() ? "0" : "1");
    xml.writeAttribute("skipped", Integer.toString(cases.size() - failures));
    xml.writeAttribute("time", seconds());
    measured();
    for (int i = 0; i < cases.size(); i++) {
      finding(i + 1, cases.get(i));
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void measured() throws XMLStreamException {
    testcase("enough was measured", seconds());
    if (!result.conclusive()) {
      outcome("error", "inconclusive", GateWords.doubt(result), "");
    }
    xml.writeEndElement();
  }

  private void finding(int rank, Gated gated) throws XMLStreamException {
    Finding finding = gated.finding();
    testcase(name(finding), "0");
    if (gated.standing().fails()) {
      String what = GateWords.standing(gated) + ": " + finding.details().title();
      outcome("failure", finding.kind().label(), what, GateWords.full(rank, finding));
    } else {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", Xml.legal(GateWords.standing(gated)));
    }
    xml.writeEndElement();
  }

  /** The same in every build, so that a system can follow it: without rates and lines. */
  private static String name(Finding finding) {
    Container container = finding.details().container();
    String held = container.holder() == null ? container.type() : container.holder();
    return finding.kind().label() + ' ' + held + ' ' + finding.details().fingerprint();
  }

  private void testcase(String name, String time) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "heapdrift.check");
    xml.writeAttribute("name", Xml.legal(name));
    xml.writeAttribute("time", time);
  }

  private void outcome(String element, String type, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", Xml.legal(message));
    xml.writeCharacters(Xml.legal(text));
    xml.writeEndElement();
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.3f", result.analysis().spanSeconds());
  }
}
