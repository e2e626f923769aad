package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.control.RunningJvms.RunningJvm;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The JVMs of a machine: for people, and for programs by the schema {@code heapdrift-ps/1}. */
public final class JvmReport {
  private static final String SCHEMA = "heapdrift-ps/1";
  private static final String ROW = "%7s  %-6s  %s";

  private JvmReport() {}

  /** Writes a row a JVM. */
  public static void text(List<RunningJvm> jvms, PrintWriter out) {
    TextOut text = new TextOut(out);
    text.line(String.format(Locale.ROOT, ROW, "PID", "LEVEL", "MAIN"));
    for (RunningJvm jvm : jvms) {
      text.line(String.format(Locale.ROOT, ROW, jvm.pid(), jvm.level(), TextOut.safe(jvm.main())));
    }
  }

  /** Writes them as JSON. */
  public static void json(List<RunningJvm> jvms, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.set("jvms", Json.list(jvms, JvmReport::row));
    Json.write(root, out);
  }

  private static ObjectNode row(RunningJvm jvm) {
    return Json.object().put("pid", jvm.pid()).put("level", jvm.level()).put("main", jvm.main());
  }
}
