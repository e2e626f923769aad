package dev.heapdrift.analyzer.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
  private static final SourceName ORDERS = new SourceName("com.app", "Orders.kt");

  @TempDir Path folder;

  @Test
  void aSourceFolderHoldsItAtItsPackage() throws Exception {
    Path file = put("com/app/Orders.kt", "");
    put("other/com/app/Orders.kt", "");
    assertThat(find(folder)).isEqualTo(file);
  }

  @Test
  void aCheckoutHoldsItInAModule() throws Exception {
    put("a/src/main/java/com/else/Orders.kt", "package com.app");
    Path file = put("b/src/main/java/com/app/Orders.kt", "");
    assertThat(find(folder)).isEqualTo(file);
  }

  @Test
  void withoutFoldersForPackagesTheDeclarationDecides() throws Exception {
    put("a/Orders.kt", "package com.other\n");
    Path file = put("b/Orders.kt", "// the orders\npackage com.app // here\n");
    assertThat(find(folder)).isEqualTo(file);
  }

  @Test
  void thereMayBeSeveralFolders() throws Exception {
    Path file = put("b/com/app/Orders.kt", "");
    Path empty = Files.createDirectory(folder.resolve("a"));
    assertThat(find(empty, folder.resolve("b"))).isEqualTo(file);
  }

  @Test
  void aFolderWithoutItIsSaid() throws Exception {
    put("Orders.kt", "package com.other");
    refused(folder, "no com/app/Orders.kt in " + folder);
    Path missing = folder.resolve("missing");
    refused(missing, missing + " is no folder");
  }

  private static Path find(Path... folders) throws LinesException {
    return SourceFinder.find(List.of(folders), ORDERS);
  }

  private static void refused(Path where, String why) {
    assertThatExceptionOfType(LinesException.class).isThrownBy(() -> find(where)).withMessage(why);
  }

  private Path put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
