package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.report.Style;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** What the place that reads our output can show. */
final class Terminal {
  private Terminal() {}

  /** Colours only on a terminal and not under NO_COLOR; block characters where they exist. */
  static Style style() {
    boolean blocks = charset().newEncoder().canEncode("▁▂▃▄▅▆▇█▔●─·±→");
    return new Style(Ansi.AUTO.enabled(), blocks);
  }

  /** The same for stderr. */
  static Style errorStyle() {
    Style style = style();
    return new Style(style.colour() && stderrIsTerminal(), style.unicode());
  }

  /** Charset of stdout: not Java's default one, which is UTF-8 whatever the terminal is. */
  static Charset charset() {
    for (String property :
        new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return Charset.defaultCharset();
  }

  /** Says on stderr how far the reading is; only to a terminal, and only when it takes a while. */
  static SnapshotFiles.Progress progress(PrintWriter err) {
    if (!progressShown()) {
      return (done, of) -> {};
    }
    long start = System.nanoTime();
    return (done, of) -> {
      if (System.nanoTime() - start > 300_000_000L) {
        String line = done < of ? "reading snapshots " + (done + 1) + " of " + of : "";
        err.print("\r\u001b[K" + line);
        err.flush();
      }
    };
  }

  /** Whether somebody watches stderr. */
  static boolean progressShown() {
    return stdoutIsTerminal() && stderrIsTerminal();
  }

  // From JDK 22 on there is always a console, and one must ask whether it is a terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean stdoutIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  // Java asks only for stdin and stdout. Where there is no /proc, it must do.
  private static boolean stderrIsTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }
}
