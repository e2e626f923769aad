package dev.heapdrift.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckLineTest {
  @Test
  void whatIsNotConfiguredIsLeftToTheCommand() {
    assertThat(
            new CheckLine()
                .with("--baseline", null)
                .withEach("--fail-on", null)
                .flag("--strict", false)
                .reports(null, new File("target"))
                .over(List.of("drift")))
        .containsExactly("check", "--", "drift");
  }

  @Test
  void everyOptionIsOneArgumentAndPathsComeLast() {
    assertThat(
            new CheckLine()
                .with("--tolerance", 12.5)
                .withEach("--fail-on", List.of("unbounded:listener-leak", "unbounded"))
                .flag("--strict", true)
                .over(List.of(new File("a b"), new File("-c"))))
        .containsExactly(
            "check",
            "--tolerance=12.5",
            "--fail-on=unbounded:listener-leak",
            "--fail-on=unbounded",
            "--strict",
            "--",
            "a b",
            "-c");
  }

  @Test
  void reportsLieInOneFolderUnderNamesOfTheirOwn() {
    assertThat(
            new CheckLine()
                .reports(List.of("html", "SARIF", "junit", "json", "gitlab"), new File("out"))
                .over(List.of()))
        .containsSubsequence(
            "--report=html=" + new File("out", "leaks.html"),
            "--report=SARIF=" + new File("out", "leaks.sarif"),
            "--report=junit=" + new File("out", "leaks-junit.xml"),
            "--report=json=" + new File("out", "leaks.json"),
            "--report=gitlab=" + new File("out", "leaks-gitlab.json"));
  }
}
