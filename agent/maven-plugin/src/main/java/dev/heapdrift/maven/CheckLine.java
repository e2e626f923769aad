package dev.heapdrift.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The arguments of {@code heapdrift check}: what is not configured is left to its own defaults. */
final class CheckLine {
  private final List<String> arguments = new ArrayList<>(List.of("check"));

  /** An option with its value; none for null. */
  CheckLine with(String option, Object value) {
    if (value != null) {
      arguments.add(option + '=' + value);
    }
    return this;
  }

  /** An option as often as there are values. */
  CheckLine withEach(String option, List<?> values) {
    if (values != null) {
      values.forEach(value -> with(option, value));
    }
    return this;
  }

  /** An option without a value. */
  CheckLine flag(String option, boolean set) {
    if (set) {
      arguments.add(option);
    }
    return this;
  }

  /** Reports, one for each format; a format that is not known is for the command to refuse. */
  CheckLine reports(List<String> formats, File folder) {
    for (String format : formats == null ? List.<String>of() : formats) {
      with("--report", format + '=' + new File(folder, ReportFiles.named(format)));
    }
    return this;
  }

  /** The whole line, over these folders of snapshots. */
  List<String> over(List<?> paths) {
    List<String> line = new ArrayList<>(arguments);
    line.add("--");
    paths.forEach(path -> line.add(path.toString()));
    return line;
  }
}
