package dev.heapdrift.agent.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Jars that look to the agent like the analyzer's, with {@link FakeEntry} for its entry. */
final class FakeAnalyzer {
  private static final String ENTRY = "dev/heapdrift/analyzer/guest/Judgement";

  private FakeAnalyzer() {}

  /** A jar whose entry does what the word says. */
  static Path that(String does, Path file) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      add(jar, ENTRY + ".class", entry());
      add(jar, "does", does.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A jar of something else. */
  static Path ofSomethingElse(Path file) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      add(jar, "some/thing", new byte[1]);
    }
    return file;
  }

  private static byte[] entry() throws IOException {
    String old = FakeEntry.class.getName().replace('.', '/');
    try (InputStream in = FakeEntry.class.getResourceAsStream("FakeEntry.class")) {
      ClassWriter out = new ClassWriter(0);
      SimpleRemapper names = new SimpleRemapper(Opcodes.ASM9, Map.of(old, ENTRY));
      new ClassReader(in).accept(new ClassRemapper(out, names), 0);
      return out.toByteArray();
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
