package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer runs first. */
class DemoIT {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int FOUND = 0;
  private static final int OPEN = 3;

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void theDemoFindsItsLeakAndSaysWhatToRunNext() throws Exception {
    String line = leakingLine();
    Path kept = folder.resolve("a folder, with a comma");
    Path snapshots = kept.resolve("snapshots");
    ProcessBuilder visit = demo("--seconds", Watched.FOREVER, "--keep", kept.toString());
    try (Running demo = Running.start(visit, output)) {
      new Written(snapshots, demo)
          .until(leaks -> leaks.foundFirst(line, "RequestKeyedPriceCache.PRICES"));
      Program ended = demo.terminate().ended(LIMIT);
      // Its own report comes later: what is added meanwhile may leave the verdict open again.
      assertThat(ended.exitCode()).as(ended::toString).isIn(FOUND, OPEN);
      assertThat(ended.out()).contains(line).contains("heapdrift leaks ").contains(kept.toString());
    }
    assertThat(snapshots).isDirectoryContaining("glob:**.hds");
    assertThat(kept).isDirectoryNotContaining("glob:**.jar");
  }

  @Test
  void theReadmeShowsTheLineThatTheDemoFinds() throws Exception {
    assertThat(Files.readString(Built.ROOT.resolve("README.md"))).contains(leakingLine());
  }

  @Test
  void anUnknownLeakCostsOneLine() throws Exception {
    Program demo = ended("--leak", "teapot", "--keep", folder.resolve("new").toString());
    assertThat(demo.exitedWith(2).err()).hasLineCount(1).contains("no leak is called teapot");
  }

  @Test
  void aFolderThatIsInUseIsRefused() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "precious");
    Program demo = ended("--keep", folder.toString());
    assertThat(demo.exitedWith(2).err()).hasLineCount(1).contains("is not empty");
  }

  @Test
  void theLeaksAreListed() throws Exception {
    assertThat(ended("--list-leaks").exitedWith(0).out()).contains("price-cache", "audit-queue");
  }

  private static String leakingLine() throws IOException {
    return Marker.frame(
        "dev.heapdrift.samples.orders.shop.RequestKeyedPriceCache", "price", "price-cache");
  }

  private Program ended(String... options) throws IOException, InterruptedException {
    return Program.ended(demo(options), output, LIMIT);
  }

  private static ProcessBuilder demo(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-Dheapdrift.home=" + Built.ROOT, "-jar", Built.CLI.toString(), "demo"));
    arguments.addAll(Arrays.asList(options));
    return Program.java(arguments);
  }
}
