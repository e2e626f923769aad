package dev.heapdrift.analyzer.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the environment tells of the system that runs the build.
 *
 * @param githubActions whether annotations are understood
 * @param stepSummary where GitHub Actions takes Markdown, or null
 * @param project the repository, which paths in reports are relative to
 */
record Surroundings(boolean githubActions, Path stepSummary, Path project) {

  /** As these variables say. */
  static Surroundings of(Map<String, String> environment) {
    String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    return new Surroundings(
        "true".equals(environment.get("GITHUB_ACTIONS")),
        summary.isBlank() ? null : Path.of(summary),
        project(environment, Path.of("").toAbsolutePath()));
  }

  /** The checkout, where the current folder lies in it; else the current folder. */
  private static Path project(Map<String, String> environment, Path current) {
    return Stream.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE")
        .map(environment::get)
        .filter(value -> value != null && !value.isBlank())
        .map(Path::of)
        .filter(current::startsWith)
        .findFirst()
        .orElse(current);
  }
}
