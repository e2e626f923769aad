package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames from their printed form. */
public final class Frames {
  private static final Pattern PRINTED =
      Pattern.compile("(?<class>.+)\\.(?<method>[^.(]+)\\((?<file>[^:)]*)(:(?<line>\\d+))?\\)");

  private Frames() {}

  /** The frame that prints as {@code com.app.Orders.find(Orders.java:42)}. */
  public static Frame parse(String printed) {
    Matcher matcher = PRINTED.matcher(printed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a frame: " + printed);
    }
    String line = matcher.group("line");
    return new Frame(
        matcher.group("class"),
        matcher.group("method"),
        matcher.group("file"),
        line == null ? -1 : Integer.parseInt(line));
  }

  /** A stack, most recent frame first. */
  public static List<Frame> parse(String... printed) {
    return Arrays.stream(printed).map(Frames::parse).toList();
  }
}
