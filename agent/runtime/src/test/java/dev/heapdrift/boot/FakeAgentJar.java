package dev.heapdrift.boot;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Agent jars with the real entry and a runtime that only prints which jar it came from. */
final class FakeAgentJar {

  /** Where the test's own classes lie, without those under test. */
  static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

  private static final String MAIN = "dev/heapdrift/agent/AgentMain";

  private FakeAgentJar() {}

  /** A jar whose runtime prints {@code text} on stdout, or throws where that is "fail". */
  static Path printing(String text, Path file) throws IOException {
    try (JarOutputStream jar = open(file)) {
      addEntry(jar);
      add(jar, RuntimeLoader.PREFIX + MAIN + ".classdata", renamed(Main.class, MAIN));
      add(jar, RuntimeLoader.PREFIX + "text", text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A jar with nothing behind its entry. */
  static Path withoutRuntime(Path file) throws IOException {
    try (JarOutputStream jar = open(file)) {
      addEntry(jar);
    }
    return file;
  }

  private static JarOutputStream open(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", HeapdriftAgent.class.getName());
    attributes.putValue("Agent-Class", HeapdriftAgent.class.getName());
    return new JarOutputStream(Files.newOutputStream(file), manifest);
  }

  private static void addEntry(JarOutputStream jar) throws IOException {
    for (Class<?> type : new Class<?>[] {HeapdriftAgent.class, RuntimeLoader.class}) {
      add(jar, type.getName().replace('.', '/') + ".class", classFile(type));
    }
  }

  private static byte[] renamed(Class<?> type, String name) throws IOException {
    ClassWriter out = new ClassWriter(0);
    String old = type.getName().replace('.', '/');
    new ClassReader(classFile(type))
        .accept(new ClassRemapper(out, new SimpleRemapper(Opcodes.ASM9, Map.of(old, name))), 0);
    return out.toByteArray();
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }

  /** Stands in the jar as {@code dev.heapdrift.agent.AgentMain}. */
  public static final class Main {
    private Main() {}

    /** What the entry calls. */
    public static void start(String options, Instrumentation instrumentation, ClassLoader loader)
        throws IOException {
      try (InputStream in = loader.getResourceAsStream("text")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (text.equals("fail")) {
          throw new IllegalStateException("two\nlines");
        }
        System.out.println(text + " with " + options);
      }
    }
  }
}
