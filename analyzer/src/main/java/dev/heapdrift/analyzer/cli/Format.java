package dev.heapdrift.analyzer.cli;

/** How a result is printed; for people or for programs. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs: see the schema named in its first line. */
  JSON
}
