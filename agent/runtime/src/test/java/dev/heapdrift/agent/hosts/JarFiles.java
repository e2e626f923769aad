package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Makes jars. */
final class JarFiles {
  private JarFiles() {}

  /**
   * Writes a jar whose entries are stored as they are, so that they can be jars themselves.
   *
   * @param manifest main attributes by name
   * @param entries contents by name, in the order wanted
   */
  static Path write(Path file, Map<String, String> manifest, Map<String, byte[]> entries)
      throws IOException {
    Manifest all = new Manifest();
    all.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.forEach((name, value) -> all.getMainAttributes().putValue(name, value));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, all)) {
      entries.forEach((name, bytes) -> store(jar, name, bytes));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return file;
  }

  private static void store(JarOutputStream jar, String name, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    try {
      jar.putNextEntry(entry);
      jar.write(bytes);
      jar.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
