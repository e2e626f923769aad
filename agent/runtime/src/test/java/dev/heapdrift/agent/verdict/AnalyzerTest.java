package dev.heapdrift.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import dev.heapdrift.agent.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {
  private static final long SECONDS = 120;

  @TempDir Path folder;

  @Test
  void runsOnOneThreadOfItsOwnAndSeesNothingOfAnybodyElse() throws IOException {
    assertThat(does("tell", SECONDS).get(0))
        .contains(
            entry("threads", "heapdrift-analyzer"),
            entry("daemon", "true"),
            entry("context", "null"),
            entry("test", "false"),
            entry("agent", "false"));
  }

  @Test
  void itsFailureIsOneLine() {
    assertThatIllegalStateException()
        .isThrownBy(() -> does("fail", SECONDS))
        .withMessage("the analyzer has failed: two lines")
        .withNoCause();
  }

  @Test
  void whoDoesNotFinishIsGivenUpAndEnds() {
    assertThatIllegalStateException()
        .isThrownBy(() -> does("hang", 1))
        .withMessage("the analyzer has not finished within 1 s");
    Await.until("its thread has ended", AnalyzerTest::isGone);
  }

  @Test
  void aFileThatIsNoAnalyzerIsOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
    assertThatIllegalStateException()
        .isThrownBy(() -> Analyzer.open(text))
        .withMessageStartingWith(text + " cannot be read as a jar: ");
    Path other = FakeAnalyzer.ofSomethingElse(folder.resolve("other.jar"));
    assertThatIllegalStateException()
        .isThrownBy(() -> Analyzer.open(other))
        .withMessage(other + " is no heapdrift.jar, or one too old for this agent");
  }

  private List<Map<String, String>> does(String word, long seconds) throws IOException {
    try (Analyzer analyzer = Analyzer.open(FakeAnalyzer.that(word, folder.resolve("fake.jar")))) {
      return analyzer.judge(List.of(), seconds);
    }
  }

  private static boolean isGone() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals("heapdrift-analyzer"));
  }
}
