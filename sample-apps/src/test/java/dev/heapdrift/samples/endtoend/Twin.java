package dev.heapdrift.samples.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.samples.leaks.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A leaky sample and its fixed twin, as {@code twins.json} lists them.
 *
 * @param pair the package that holds both
 * @param kind of the finding
 * @param owner part of the path to the container that grows, or null when there is none to show
 * @param lines what feeds the leak, the best answer first: marker to class and method
 */
record Twin(String pair, String kind, String owner, Map<String, String> lines) {

  /** Every pair, in the order of the file. */
  static List<Twin> all() throws IOException {
    try (InputStream list = Pace.class.getResourceAsStream("twins.json")) {
      return List.of(new ObjectMapper().readValue(list, Twin[].class));
    }
  }

  String leaky() {
    return named("Leaky");
  }

  String fixed() {
    return named("Fixed");
  }

  /** The frames that a finding may name, the best first. */
  List<String> sites() throws IOException {
    List<String> sites = new ArrayList<>();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      int dot = line.getValue().lastIndexOf('.');
      String type = named(line.getValue().substring(0, dot));
      sites.add(Marker.frame(type, line.getValue().substring(dot + 1), line.getKey()));
    }
    return sites;
  }

  private String named(String type) {
    return Pace.class.getPackageName() + "." + pair + "." + type;
  }

  @Override
  public String toString() {
    return pair;
  }
}
