package dev.heapdrift.analyzer.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Prints XML in the same way everywhere: in ASCII, so that no locale of a pipe can damage it. */
final class Xml {
  private Xml() {}

  /** Writes a document. */
  @FunctionalInterface
  interface Document {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** Prints a document and a line end. */
  static void write(Document document, PrintWriter out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance()
              .createXMLStreamWriter(bytes, StandardCharsets.US_ASCII.name());
      document.write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML into memory cannot fail", e);
    }
    out.print(bytes.toString(StandardCharsets.US_ASCII));
    out.print('\n');
  }

  /** Without the characters that XML cannot say at all, not even escaped. */
  static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\n'
        || c == '\t'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
  }
}
