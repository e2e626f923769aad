package dev.heapdrift.analyzer.cli;

/** How the gate's answer is written. */
enum GateFormat {
  /** For people. */
  TEXT,
  /** For programs: see the schema named in its first line. */
  JSON,
  /** Markdown of GitHub's flavour. */
  MD,
  /** A page that needs nothing but itself. */
  HTML,
  /** Annotations of GitHub Actions. */
  GITHUB,
  /** SARIF 2.1.0. */
  SARIF,
  /** JUnit's XML. */
  JUNIT,
  /** GitLab's code quality report. */
  GITLAB
}
