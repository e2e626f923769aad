package dev.heapdrift.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.heapdrift.benchmarks.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs samples inside the busy service, two programs at a time, and judges what they leave. */
final class BusyRuns implements AutoCloseable {

  private static final int AT_A_TIME = 2;
  private static final String BUSY = "dev.heapdrift.samples.busy.BusyBeside";

  private final ScoreOptions options;
  private final Path scratch;
  private final ChildJvm java =
      new ChildJvm(Path.of(System.getProperty("java.home"), "bin", "java"), List.of());
  private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);

  BusyRuns(ScoreOptions options, Path scratch) {
    this.options = options;
    this.scratch = scratch;
  }

  /** Runs both twins of each pair; what is done is told on stderr. */
  List<Score> scores(List<Pair> pairs)
      throws IOException, InterruptedException, ExecutionException {
    List<Future<JsonNode>> leaky = new ArrayList<>();
    List<Future<JsonNode>> fixed = new ArrayList<>();
    for (Pair pair : pairs) {
      leaky.add(pool.submit(() -> answer(pair.pair() + "-leaky", pair.leaky())));
      fixed.add(pool.submit(() -> answer(pair.pair() + "-fixed", pair.fixed())));
    }
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      List<String> sites = pair.sites(options.sources());
      Score score = Score.of(pair, sites, leaky.get(i).get(), fixed.get(i).get());
      System.err.println(pair.pair() + ": " + score.said());
      scores.add(score);
    }
    return scores;
  }

  /** Whether the service is left alone when it is alone. */
  boolean silentAlone() throws IOException {
    return Score.silent(answer("alone"));
  }

  /** The analyzer's document about one run; a missing node when the run failed. */
  private JsonNode answer(String name, String... main) throws IOException {
    Path snapshots = scratch.resolve(name);
    List<String> program = new ArrayList<>(options.jvmArguments());
    program.add(
        "-javaagent:%s=level=%s,interval=1s,snapshots=%s"
            .formatted(options.agent(), options.level(), snapshots));
    program.addAll(List.of("-cp", options.samples().toString(), BUSY));
    program.addAll(List.of(main));
    program.add(Integer.toString(options.seconds()));
    if (java.run(program).exitCode() != 0) {
      return MissingNode.getInstance();
    }
    List<String> leaks =
        List.of(
            "-jar",
            options.analyzer().toString(),
            "leaks",
            snapshots.toString(),
            "--format",
            "json");
    return new ObjectMapper().readTree(java.run(leaks).output());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
