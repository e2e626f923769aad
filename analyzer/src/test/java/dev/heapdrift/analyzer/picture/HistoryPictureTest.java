package dev.heapdrift.analyzer.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.analyzer.history.Histories;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPictureTest {
  private static final long MB = 1 << 20;

  @TempDir Path folder;
  private List<History> histories;

  @BeforeEach
  void record() throws IOException {
    TracedBuilder snapshot = TracedBuilder.at(40).counted("byte[]", MB, 3, "a.B.c(B.java:1)");
    for (int second = 1; second < 40; second++) {
      Generation generation = second % 4 == 0 ? Generation.OLD : Generation.YOUNG;
      snapshot.gc(second, generation, (10 + second) * MB);
    }
    snapshot.writeTo(folder);
    histories = Histories.read(List.of(folder), (done, of) -> {}).list();
  }

  @Test
  void anSvgIsVectorsWithoutPictures() throws Exception {
    Path file = folder.resolve("history.svg");
    HistoryPicture.write(histories, PictureFormat.SVG, file);
    String svg = Files.readString(file);
    assertThat(svg).contains("<svg").contains("</svg").contains("<path").doesNotContain("<image");
    assertThat(svg).contains("height=\"960\"").contains("width=\"1000\"");
  }

  @Test
  void aPngHasAPanelForEachSubject() throws Exception {
    Path file = folder.resolve("history.png");
    HistoryPicture.write(histories, PictureFormat.PNG, file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2000);
    assertThat(image.getHeight()).isEqualTo(2 * 960);
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void aFolderThatIsMissingCostsOneLine() {
    Path file = folder.resolve("missing").resolve("history.svg");
    assertThatExceptionOfType(PictureException.class)
        .isThrownBy(() -> HistoryPicture.write(histories, PictureFormat.SVG, file))
        .withMessage("cannot write " + file + ": " + file);
  }

  @Test
  void theNameTellsTheFormat() {
    assertThat(PictureFormat.of(Path.of("a/History.SVG"))).contains(PictureFormat.SVG);
    assertThat(PictureFormat.of(Path.of("history.png"))).contains(PictureFormat.PNG);
    assertThat(PictureFormat.of(Path.of("history.pdf"))).isEmpty();
  }
}
