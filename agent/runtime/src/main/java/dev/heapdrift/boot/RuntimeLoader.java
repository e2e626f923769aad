package dev.heapdrift.boot;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the agent's runtime from below a prefix of the agent's jar, where class files are named
 * {@code .classdata}.
 *
 * <p>So neither the application's class path nor its scanners ever meet our classes or our copies
 * of libraries, and we meet none of the application's. Nothing refers to this loader for good: once
 * the agent is detached it is collected, and its jar is closed by the jar's own cleaner.
 */
final class RuntimeLoader extends ClassLoader {

  /** Folder of the runtime inside the agent's jar. */
  static final String PREFIX = "heapdrift-runtime/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final String location;

  /**
   * Opens the jar and keeps it open.
   *
   * @throws IOException when {@code file} is no readable jar
   */
  RuntimeLoader(File file) throws IOException {
    super("heapdrift", ClassLoader.getPlatformClassLoader());
    this.jar = new JarFile(file, /* verify= */ false);
    this.location = "jar:".concat(file.toURI().toString()).concat("!");
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = entry(name.replace('.', '/').concat(".class"));
    if (entry == null || name.startsWith("java.")) { // the door, which only java.base may define
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
  protected URL findResource(String name) {
    JarEntry entry = entry(name);
    if (entry == null) {
      return null;
    }
    try {
      String path = new URI(null, null, "/".concat(entry.getName()), null).getRawPath();
      return URI.create(location.concat(path)).toURL();
    } catch (URISyntaxException | MalformedURLException e) {
      return null; // no name that a jar can hold
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return Collections.enumeration(url == null ? List.of() : List.of(url));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Reads our own entries from our own open jar: a jar URL's connection would keep a second one
   * in the JDK's cache for the life of the JVM.
   */
  @Override
  public InputStream getResourceAsStream(String name) {
    JarEntry entry = entry(name);
    if (entry == null) {
      return super.getResourceAsStream(name);
    }
    try {
      return new ByteArrayInputStream(bytes(entry));
    } catch (IOException unreadable) {
      return null;
    }
  }

  private JarEntry entry(String name) {
    String file = name.endsWith(".class") ? name.concat("data") : name;
    return jar.getJarEntry(PREFIX.concat(file));
  }

  private byte[] bytes(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
