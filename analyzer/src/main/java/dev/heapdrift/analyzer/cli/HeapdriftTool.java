package dev.heapdrift.analyzer.cli;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;
import picocli.CommandLine;

/**
 * The command line for another program, in its JVM: what the JDK offers of {@code javac} and {@code
 * jar}, under the name {@code heapdrift}. The answer is the exit code, and the JVM goes on. May be
 * called from several threads.
 */
public final class HeapdriftTool implements ToolProvider {

  /** For the JDK's service loader. */
  public HeapdriftTool() {
    Logging.silence();
  }

  @Override
  public String name() {
    return "heapdrift";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = Main.commandLine();
    line.setOut(out);
    line.setErr(err);
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }
}
