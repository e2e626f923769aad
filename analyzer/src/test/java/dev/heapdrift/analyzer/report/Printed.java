package dev.heapdrift.analyzer.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** What a report prints. */
final class Printed {
  private Printed() {}

  static String by(Consumer<PrintWriter> report) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    report.accept(writer);
    writer.flush();
    return out.toString();
  }
}
