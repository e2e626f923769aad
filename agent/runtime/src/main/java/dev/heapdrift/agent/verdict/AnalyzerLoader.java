package dev.heapdrift.agent.verdict;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the analyzer and its libraries, and sees nothing of the application nor of the agent. Reads
 * from a jar that it alone has open: a jar URL's connection would leave one in the JDK's cache.
 */
final class AnalyzerLoader extends ClassLoader implements Closeable {
  private final JarFile jar;

  /**
   * Opens the jar; loads nothing.
   *
   * @throws IOException when it is no readable jar
   */
  AnalyzerLoader(Path file) throws IOException {
    super("heapdrift-analyzer", ClassLoader.getPlatformClassLoader());
    jar = new JarFile(file.toFile(), /* verify= */ false);
  }

  /** Whether the jar has a class. */
  boolean has(String name) {
    return jar.getJarEntry(file(name)) != null;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = jar.getJarEntry(file(name));
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      byte[] bytes = bytes(entry);
      return defineClass(name, bytes, 0, bytes.length, getClass().getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    JarEntry entry = jar.getJarEntry(name);
    if (entry == null) {
      return super.getResourceAsStream(name);
    }
    try {
      return new ByteArrayInputStream(bytes(entry));
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static String file(String className) {
    return className.replace('.', '/').concat(".class");
  }

  private byte[] bytes(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
