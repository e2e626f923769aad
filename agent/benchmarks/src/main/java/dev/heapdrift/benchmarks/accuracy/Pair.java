package dev.heapdrift.benchmarks.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A leaky sample and its fixed twin, as the samples' jar lists them.
 *
 * @param pair the package that holds both
 * @param kind of the finding
 * @param owner part of the path to the container that grows, or null when there is none to show
 * @param lines what feeds the leak: marker in the source to class and method
 */
record Pair(String pair, String kind, String owner, Map<String, String> lines) {

  private static final String PACKAGE = "dev.heapdrift.samples.leaks";
  private static final String LIST = PACKAGE.replace('.', '/') + "/twins.json";

  /**
   * Every pair, in the order of the list.
   *
   * @throws IOException when the jar holds no list
   */
  static List<Pair> in(Path samples) throws IOException {
    try (ZipFile jar = new ZipFile(samples.toFile())) {
      ZipEntry list = jar.getEntry(LIST);
      if (list == null) {
        throw new IOException(samples + " holds no " + LIST);
      }
      try (InputStream in = jar.getInputStream(list)) {
        return List.of(new ObjectMapper().readValue(in, Pair[].class));
      }
    }
  }

  String leaky() {
    return named("Leaky");
  }

  String fixed() {
    return named("Fixed");
  }

  /** The frames that a finding may name: the marked lines of the sources. */
  List<String> sites(Path sources) throws IOException {
    Path source = sources.resolve(leaky().replace('.', '/') + ".java");
    List<String> text = Files.readAllLines(source);
    List<String> sites = new ArrayList<>();
    for (int line = 1; line <= text.size(); line++) {
      String marker = text.get(line - 1).replaceFirst(".*// grows: ", "");
      if (lines.containsKey(marker)) {
        sites.add("%s(%s:%d)".formatted(named(lines.get(marker)), source.getFileName(), line));
      }
    }
    return sites;
  }

  private String named(String type) {
    return PACKAGE + '.' + pair + '.' + type;
  }
}
