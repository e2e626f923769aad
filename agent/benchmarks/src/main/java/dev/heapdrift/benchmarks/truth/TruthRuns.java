package dev.heapdrift.benchmarks.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether level {@code sample} is unbiased: {@code TruthRuns AGENT.jar}. Runs {@link TruthProgram}
 * in {@value #JVMS} fresh JVMs, with the seeds {@value #FIRST_SEED}, {@value #FIRST_SEED} + 1 and
 * so on, {@value #ROUNDS} rounds in each, and prints the mean ratio of what was said to what is
 * true for each site, as Markdown.
 *
 * <p>Ends with status 1 unless the mean of every site, of allocated bytes and of live ones, lies
 * within {@value #STANDARD_ERRORS} standard errors of 1 and within {@value #TOLERANCE} of it. The
 * numbers in this file were fixed before the published run.
 */
final class TruthRuns {

  static final int JVMS = 8;
  static final int ROUNDS = 25;
  static final long FIRST_SEED = 20_261_121;
  static final double STANDARD_ERRORS = 3;
  static final double TOLERANCE = 0.02;

  /** Of the 16 MiB of a site: 4 MiB are allocated in a round and 2 MiB stay alive. */
  private static final String SHARE = "0.25";

  /** Small against these 2 MiB, so that the mean of all rounds is sharp. */
  private static final String INTERVAL = "8k";

  private static final int AT_A_TIME = 2;

  private TruthRuns() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int jvms = args.length > 1 ? Integer.parseInt(args[1]) : JVMS;
    Map<String, SiteRatios> sites = new LinkedHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<String>> outputs = new ArrayList<>();
      for (int i = 0; i < jvms; i++) {
        long seed = FIRST_SEED + i;
        outputs.add(pool.submit(() -> run(agent, seed)));
      }
      for (Future<String> output : outputs) {
        for (Measured measured : Measured.parse(output.get())) {
          sites.computeIfAbsent(measured.site(), name -> new SiteRatios()).add(measured);
        }
      }
    } finally {
      pool.shutdownNow();
    }
    System.out.print(SiteRatios.HEADING);
    sites.values().forEach(System.out::println);
    boolean all = sites.size() == Sites.ALL.size();
    System.exit(all && sites.values().stream().allMatch(SiteRatios::unbiased) ? 0 : 1);
  }

  private static String run(Path agent, long seed) {
    String options =
        "level=sample,sample-interval=" + INTERVAL + ",interval=0,seed=" + seed + ",snapshots=";
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "heapdrift-truth");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-javaagent:" + agent + "=" + options + folder,
            "-cp",
            System.getProperty("java.class.path"),
            TruthProgram.class.getName(),
            "usual",
            SHARE,
            Integer.toString(ROUNDS));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
