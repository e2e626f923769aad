package dev.heapdrift.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An order as a shop's service would read and write it as JSON. */
record Order(long id, String customer, List<Line> lines, Map<String, String> labels) {

  record Line(String article, int quantity, double price, List<String> tags) {}

  static Order sample(long id, int lines) {
    List<Line> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      all.add(
          new Line(
              "article-" + (id * 31 + i) % 997,
              i % 7 + 1,
              i * 1.25,
              List.of("tag" + i % 5, "season" + i % 4)));
    }
    return new Order(
        id, "customer-" + id % 1009, all, Map.of("channel", "web", "country", "NL", "prio", "low"));
  }

  double total() {
    double total = 0;
    for (Line line : lines) {
      total += line.quantity() * line.price();
    }
    return total;
  }
}
