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

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void theDemoFindsItsLeakAndSaysWhatToRunNext() throws Exception {
    Path kept = folder.resolve("kept, with a comma");
    Program demo = demo("--seconds", "20", "--keep", kept.toString()).exitedWith(0);
    assertThat(demo.out()).contains(leakingLine()).contains("RequestKeyedPriceCache.PRICES");
    assertThat(demo.out()).contains("heapdrift leaks ").contains(kept.toString());
    assertThat(kept.resolve("snapshots")).isDirectoryContaining("glob:**.hds");
    assertThat(kept).isDirectoryNotContaining("glob:**.jar");
  }

  @Test
  void theReadmeShowsTheLineThatTheDemoFinds() throws Exception {
    assertThat(Files.readString(Built.ROOT.resolve("README.md"))).contains(leakingLine());
  }

  @Test
  void anUnknownLeakCostsOneLine() throws Exception {
    Program demo = demo("--leak", "teapot", "--keep", folder.resolve("new").toString());
    assertThat(demo.exitedWith(2).err()).hasLineCount(1).contains("no leak is called teapot");
  }

  @Test
  void aFolderThatIsInUseIsRefused() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "precious");
    Program demo = demo("--keep", folder.toString());
    assertThat(demo.exitedWith(2).err()).hasLineCount(1).contains("is not empty");
  }

  @Test
  void theLeaksAreListed() throws Exception {
    assertThat(demo("--list-leaks").exitedWith(0).out()).contains("price-cache", "audit-queue");
  }

  private static String leakingLine() throws IOException {
    return Marker.frame(
        "dev.heapdrift.samples.orders.shop.RequestKeyedPriceCache", "price", "price-cache");
  }

  private Program demo(String... options) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-Dheapdrift.home=" + Built.ROOT, "-jar", Built.CLI.toString(), "demo"));
    arguments.addAll(Arrays.asList(options));
    return Program.java(output, LIMIT, arguments);
  }
}
