package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.series.SnapshotHead;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes lines, wraps sentences, and lets no control character of a file reach the terminal. */
final class TextOut {
  private static final int WIDTH = 100;

  private final PrintWriter out;

  TextOut(PrintWriter out) {
    this.out = out;
  }

  /** Text of a file, harmless. */
  static String safe(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        safe = safe == null ? new StringBuilder(text) : safe;
        safe.setCharAt(i, '?');
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** What names a snapshot: {@code t3x1-2s-3 (61 s)}. */
  static String head(SnapshotHead head) {
    return safe(head.jvm().startId())
        + '-'
        + head.capture().sequence()
        + " ("
        + Quantity.duration(head.capture().uptimeMillis() / 1000.0)
        + ')';
  }

  /** A line; what it holds of a file's text must be {@link #safe}. */
  void line(String text) {
    out.print(text.stripTrailing() + '\n');
  }

  void blank() {
    out.print('\n');
  }

  /** A sentence behind a label, broken between words, further lines under the first. */
  void labelled(String label, String sentence) {
    labelled(label, sentence, UnaryOperator.identity());
  }

  /** The same with a style for the sentence. */
  void labelled(String label, String sentence, UnaryOperator<String> style) {
    String before = label;
    for (String line : wrap(safe(sentence), WIDTH - label.length())) {
      line(before + style.apply(line));
      before = " ".repeat(label.length());
    }
  }

  private static List<String> wrap(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : sentence.strip().split(" +", -1)) {
      if (current.length() > 0 && current.length() + 1 + word.length() > width) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.length() == 0 ? "" : " ").append(word);
    }
    lines.add(current.toString());
    return lines;
  }
}
