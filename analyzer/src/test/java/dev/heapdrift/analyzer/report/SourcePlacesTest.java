package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import dev.heapdrift.analyzer.testing.Frames;
import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePlacesTest {
  private static final Frame ORDERS = Frames.parse("com.app.Orders$Line.add(Orders.java:42)");

  @TempDir Path project;

  @Test
  void aFileIsNamedFromTheRepository() throws IOException {
    SourcePlaces places = places("shop/src/main/java", "com/app/Orders.java");
    assertThat(places.of(ORDERS))
        .isEqualTo(new Place("shop/src/main/java/com/app/Orders.java", 42, true, ORDERS));
  }

  @Test
  void aFolderOutsideTheRepositoryIsNamedFromTheRoot() throws IOException {
    SourcePlaces places =
        new SourcePlaces(
            List.of(source("src", "com/app/Orders.java")), project.resolve("elsewhere"));
    assertThat(places.of(ORDERS).path())
        .isEqualTo(project.resolve("src/com/app/Orders.java").toString());
  }

  @Test
  void whatIsNotThereIsNamedAsCompilersExpectIt() throws IOException {
    assertThat(places("src", "com/app/Other.java").of(ORDERS))
        .isEqualTo(new Place("com/app/Orders.java", 42, false, ORDERS));
  }

  @Test
  void aFrameWithoutAFileHasNoPlaceAndOneWithoutALineHasNone() throws IOException {
    SourcePlaces places = places("src", "com/app/Orders.java");
    assertThat(places.of(new Frame("com.app.Orders", "add", null, 42))).isNull();
    assertThat(places.of(new Frame("com.app.Orders", "add", "Orders.java", -1)).line()).isZero();
  }

  @Test
  void aFindingIsShownAtTheFirstFrameWhoseSourceIsHere() throws IOException {
    Details cache = Analyses.leaks().findings().get(0).details();
    assertThat(places("a", "com/app/Orders.java").of(cache).line()).isEqualTo(42);
    assertThat(places("b", "com/app/Checkout.java").of(cache).path())
        .isEqualTo("b/com/app/Checkout.java");
    Place nowhere = places("c", "com/app/Other.java").of(cache);
    assertThat(nowhere.path()).isEqualTo("com/app/Orders.java");
    assertThat(nowhere.found()).isFalse();
  }

  @Test
  void aFindingWithoutFramesSaysSo() throws IOException {
    Details queue = Analyses.inconclusive().findings().get(0).details();
    assertThat(places("src", "com/app/Orders.java").of(queue))
        .isEqualTo(new Place("no-source-known", 0, false, null));
  }

  private SourcePlaces places(String folder, String file) throws IOException {
    return new SourcePlaces(List.of(source(folder, file)), project);
  }

  private Path source(String folder, String file) throws IOException {
    Path source = project.resolve(folder).resolve(file);
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package com.app;\n");
    return project.resolve(folder);
  }
}
