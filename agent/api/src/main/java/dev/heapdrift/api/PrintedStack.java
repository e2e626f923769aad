package dev.heapdrift.api;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.Traceback;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack as the agent hands it over in JDK types: its number of frames first, then the kept
 * frames, most recent first, each {@code class\tmethod\tfile\tline}.
 */
final class PrintedStack {

  private PrintedStack() {}

  /** A trace as the agent is asked for it: the class, then the frames. */
  static String[] print(Trace trace) {
    List<String> lines = new ArrayList<>();
    lines.add(trace.facts().type());
    for (Frame frame : trace.traceback().frames()) {
      String file = frame.fileName() == null ? "" : frame.fileName();
      lines.add(
          String.join(
              "\t", frame.className(), frame.methodName(), file, Integer.toString(frame.line())));
    }
    return lines.toArray(new String[0]);
  }

  /** The stack that these lines tell. */
  static Traceback parse(String[] lines) {
    List<Frame> frames = new ArrayList<>(lines.length);
    for (int i = 1; i < lines.length; i++) {
      String[] part = lines[i].split("\t", -1);
      String file = part[2].isEmpty() ? null : part[2];
      frames.add(new Frame(part[0], part[1], file, Integer.parseInt(part[3])));
    }
    return new Traceback(frames, Integer.parseInt(lines[0]));
  }
}
