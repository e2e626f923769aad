package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.cost.Turns.Turn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every turn of the workloads, as comma-separated values: from them a table can be made anew. */
final class TurnsFile implements AutoCloseable {

  private final PrintWriter out;

  /** Without a file, what is written goes nowhere. */
  TurnsFile(Optional<Path> file) throws IOException {
    OutputStream to =
        file.isPresent()
            ? Files.newOutputStream(file.get(), StandardOpenOption.CREATE_NEW)
            : OutputStream.nullOutputStream();
    out = new PrintWriter(to, false, StandardCharsets.UTF_8);
    out.println("workload,set,tool,turn,start_s,units,ns_per_unit,cpu_ns");
  }

  /** Adds a set, and is up to date on disk when it returns. */
  void write(String workload, int set, Map<Variant, Turns> contenders) {
    contenders.forEach((variant, turns) -> write(workload + ',' + set, variant, turns.all()));
    out.flush();
  }

  private void write(String set, Variant variant, List<Turn> turns) {
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      out.printf(
          Locale.ROOT,
          "%s,%s,%d,%.2f,%d,%.0f,%d%n",
          set,
          variant.tool(),
          i,
          turn.startSeconds(),
          turn.units(),
          turn.nanosPerUnit(),
          turn.cpuNanos());
    }
  }

  @Override
  public void close() {
    out.close();
  }
}
