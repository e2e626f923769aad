package dev.heapdrift.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeLoaderTest {

  private static final String GUEST = Guest.class.getName();
  private static final String GUEST_FILE = GUEST.replace('.', '/') + ".class";

  @TempDir Path folder;
  private RuntimeLoader loader;

  @BeforeEach
  void aJarWithOneClassAndOneResource() throws IOException {
    File file = folder.resolve("agent with space.jar").toFile();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file.toPath()))) {
      add(jar, RuntimeLoader.PREFIX + GUEST_FILE + "data", classFile());
      add(jar, RuntimeLoader.PREFIX + "java/lang/Forbidden.classdata", classFile());
      add(jar, RuntimeLoader.PREFIX + "some text.txt", "inside".getBytes(StandardCharsets.UTF_8));
      add(jar, "root.txt", "outside".getBytes(StandardCharsets.UTF_8));
    }
    loader = new RuntimeLoader(file);
  }

  @Test
  void definesItsOwnCopyOfAClassInANamedPackage() throws ReflectiveOperationException {
    Class<?> guest = loader.loadClass(GUEST);

    assertThat(guest).isNotSameAs(Guest.class).isSameAs(loader.loadClass(GUEST));
    assertThat(guest.getClassLoader()).isSameAs(loader);
    assertThat(guest.getPackage().getName()).isEqualTo("dev.heapdrift.boot");
    assertThat(guest.getProtectionDomain()).isSameAs(HeapdriftAgent.class.getProtectionDomain());
  }

  @Test
  void seesThePlatformButNothingOfTheApplication() throws ClassNotFoundException {
    assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
    assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void leavesClassesOfTheJdkToTheJdk() {
    assertThatThrownBy(() -> loader.loadClass("java.lang.Forbidden"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void readsClassFilesUnderTheirUsualName() throws IOException {
    try (InputStream in = loader.getResourceAsStream(GUEST_FILE)) {
      assertThat(in).hasBinaryContent(classFile());
    }
  }

  @Test
  void findsResourcesOnlyBelowThePrefix() throws IOException {
    URL url = loader.getResource("some text.txt");

    try (InputStream in = url.openStream()) {
      assertThat(in).hasContent("inside");
    }
    assertThat(Collections.list(loader.getResources("some text.txt"))).hasSize(1);
    assertThat(loader.getResource("root.txt")).isNull();
    assertThat(loader.getResourceAsStream("root.txt")).isNull();
    assertThat(Collections.list(loader.getResources("root.txt"))).isEmpty();
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = Guest.class.getClassLoader().getResourceAsStream(GUEST_FILE)) {
      return in.readAllBytes();
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }

  /** A class that the loader under test defines a second time. */
  static final class Guest {}
}
