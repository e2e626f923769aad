package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.Snapshot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of docs/api.md compiles, runs, and prints what the page says, but for the time it
 * took and what the JDK of the day allocates beside it.
 */
class ApiPageIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Pattern EXAMPLE =
      Pattern.compile("```java\n(.*?)```\n\nprints\n\n```\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void printsWhatThePageSays() throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(Built.ROOT.resolve("docs/api.md")));
    assertThat(example.find()).isTrue();
    assertThat(bySites(run(compiled(example.group(1))))).isEqualTo(bySites(example.group(2)));
  }

  private Path compiled(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("Shop.java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), file.toString());
    assertThat(status).isZero();
    return folder;
  }

  private String run(Path classes) throws IOException, InterruptedException {
    String options = "level=watch,interval=0,snapshots=" + folder.resolve("snapshots");
    return Program.java(
            folder,
            LIMIT,
            List.of(
                "-javaagent:" + Built.AGENT + "=" + options,
                "-cp",
                classes + File.pathSeparator + classPath(),
                "Shop"))
        .exitedWith(0)
        .out();
  }

  private static String bySites(String text) {
    return text.replaceAll("(?m)^a day: .* current=.* peak=.*$", "a day: …")
        .replaceAll("count=\\d+ .*", "count …"); // the JDK adds an object or two of its own
  }

  private static String classPath() {
    return Traced.location(Heapdrift.class) + File.pathSeparator + Traced.location(Snapshot.class);
  }
}
