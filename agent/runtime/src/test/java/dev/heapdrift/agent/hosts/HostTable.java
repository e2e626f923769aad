package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the agent fared: hosts below each other, collectors beside each other, as Markdown. */
final class HostTable {
  private final Map<String, Map<Collector, String>> rows = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  void succeeded(String host, Collector collector) {
    put(host, collector, "yes");
  }

  void failed(String host, Collector collector) {
    put(host, collector, "**no**");
  }

  /** Not tried; the reasons are told below the table. */
  void notHere(String host, Collector collector, String why) {
    if (!notes.contains(why)) {
      notes.add(why);
    }
    put(host, collector, "– (" + (notes.indexOf(why) + 1) + ")");
  }

  private void put(String host, Collector collector, String cell) {
    rows.computeIfAbsent(host, h -> new EnumMap<>(Collector.class)).put(collector, cell);
  }

  /** Prints it and writes it to a file. */
  void print(Path file) throws IOException {
    String text = text();
    System.out.println(text);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private String text() {
    StringBuilder text = new StringBuilder("| JDK ");
    text.append(Runtime.version().feature());
    for (Collector collector : Collector.values()) {
      text.append(" | ").append(collector);
    }
    text.append(" |\n|---").append("|---".repeat(Collector.values().length)).append("|\n");
    rows.forEach(
        (host, cells) -> {
          text.append("| ").append(host);
          for (Collector collector : Collector.values()) {
            text.append(" | ").append(cells.getOrDefault(collector, ""));
          }
          text.append(" |\n");
        });
    for (String note : notes) {
      text.append("\n(").append(notes.indexOf(note) + 1).append(") ").append(note).append(".\n");
    }
    return text.toString();
  }
}
