package dev.heapdrift.agent;

import java.nio.file.FileSystemException;

/** What went wrong, for people. */
final class OneLine {
  private OneLine() {}

  /** Many exceptions of the file system tell nothing but the file; their class tells the rest. */
  static String of(Throwable e) {
    boolean onlyTheFile = e instanceof FileSystemException f && f.getReason() == null;
    String line = onlyTheFile || e.getMessage() == null ? e.toString() : e.getMessage();
    return line.replace('\n', ' ');
  }
}
