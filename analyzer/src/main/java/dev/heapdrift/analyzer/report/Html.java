package dev.heapdrift.analyzer.report;

import java.io.PrintWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page of HTML that needs nothing but itself: its style is inside, its policy forbids scripts and
 * anything from elsewhere, and no text of a file is ever markup. Written as XML, of which HTML
 * takes every form but an empty element that may have content: {@link #open} and {@link #close}
 * write both tags always.
 */
final class Html {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  // No < > & in here: they would be escaped, and a style knows no escapes.
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --faint: #667085; --edge: #d0d5dd; --leak: #b42318;
              --doubt: #b54708; --good: #067647; --line: #175cd3; }
      @media (prefers-color-scheme: dark) {
        :root { --faint: #98a2b3; --edge: #344054; --leak: #f97066; --doubt: #fdb022;
                --good: #47cd89; --line: #84adff; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 0 auto;
             padding: 1rem; }
      h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 .25rem; }
      h1, h2, p, dd, td { unicode-bidi: isolate; }
      h1, h2, p, dd { overflow-wrap: anywhere; }
      section, footer { border-top: 1px solid var(--edge); margin-top: 1.5rem;
                        padding-top: 1rem; }
      .faint, dt, th, figcaption { color: var(--faint); font-weight: normal; }
      .leaks { color: var(--leak); } .inconclusive { color: var(--doubt); }
      .clean { color: var(--good); }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
      th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
               border-bottom: 1px solid var(--edge); min-width: 6rem; }
      dl { display: grid; grid-template-columns: 7rem 1fr; gap: .25rem .75rem; margin: .5rem 0; }
      dd { margin: 0; }
      figure { margin: .75rem 0; } svg { width: 100%; height: auto; display: block; }
      polyline { fill: none; stroke: var(--line); stroke-width: 2; }
      line { stroke: var(--edge); stroke-width: 1; }
      pre { overflow-x: auto; font-size: .85rem; margin: .25rem 0 1rem; }
      @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; }
        dd { margin-bottom: .5rem; } }
      """;

  /** Writes what a page holds. */
  @FunctionalInterface
  interface Body {
    void write(Html html) throws XMLStreamException;
  }

  private final XMLStreamWriter xml;

  private Html(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Prints a page. */
  static void page(String title, Body body, PrintWriter out) {
    Xml.write(xml -> new Html(xml).page(title, body), out);
  }

  private void page(String title, Body body) throws XMLStreamException {
    xml.writeDTD("<!DOCTYPE html>");
    open("html", "lang", "en");
    open("head");
    empty("meta", "charset", "utf-8");
    empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    leaf("title", title);
    leaf("style", '\n' + STYLE);
    close();
    open("body");
    body.write(this);
    close();
    close();
  }

  /** Opens an element on a line of its own; attributes by name and value. */
  Html open(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    return attributes(attributes);
  }

  /** Closes the innermost element. */
  Html close() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  /** An element that can have no content. */
  Html empty(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement(element);
    return attributes(attributes);
  }

  /** Text of any origin. */
  Html text(String text) throws XMLStreamException {
    xml.writeCharacters(Xml.legal(text));
    return this;
  }

  /** An element with text and nothing else. */
  Html leaf(String element, String text, String... attributes) throws XMLStreamException {
    return open(element, attributes).text(text).close();
  }

  /** Labelled sentences as a list of terms. */
  Html facts(List<Fact> facts) throws XMLStreamException {
    open("dl");
    for (Fact fact : facts) {
      leaf("dt", fact.label()).leaf("dd", fact.text());
    }
    return close();
  }

  private Html attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], Xml.legal(attributes[i + 1]));
    }
    return this;
  }
}
