package dev.heapdrift.analyzer.cli;

import picocli.CommandLine.Option;

/** {@code --format} of the commands that print for people or for programs. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  /** What was asked for. */
  Format chosen() {
    return format;
  }
}
