package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that traces itself: what each call of the API answers, with a real agent. */
class TracingIT {

  @TempDir Path folder;

  @Test
  void atLevelWatchTracingIsStartedAndStopped() throws Exception {
    Map<String, String> said = run("level=watch,include=dev.heapdrift.samples", "local owner");
    assertThat(said)
        .containsEntry("tracing", "false")
        .hasEntrySatisfying("early snapshot", it -> assertThat(it).contains("not traced"))
        .containsEntry("start", "true")
        .containsEntry("second start", "true")
        .containsEntry("limit", "3")
        .containsEntry("frames", "3")
        .containsEntry("total", "3")
        .containsEntry("local owner", "false")
        .containsEntry("new limit", "1");
    assertTraced(said);
  }

  @Test
  void atLevelExactItIsOnFromTheBeginning() throws Exception {
    Map<String, String> said = run("level=exact,trace-frames=2");
    assertThat(said)
        .containsEntry("tracing", "true")
        .containsEntry("limit", "2")
        .containsEntry("frames", "2")
        .containsEntry("total", "3");
    assertTraced(said);
  }

  private static void assertTraced(Map<String, String> said) {
    assertThat(said.get("where")).isEqualTo(Traced.frame(Tracing.class, "order", "order"));
    assertThat(said)
        .containsEntry("big seen", "true")
        .containsEntry("big gone", "true")
        .containsEntry("peak stays", "true")
        .containsEntry("peak reset", "true")
        .containsEntry("tracer", "true")
        .containsEntry("doubles owner", "static " + Tracing.class.getName() + ".KEPT[*]")
        .containsEntry("kept owner", "static " + Tracing.class.getName() + ".KEPT[*]")
        .containsEntry("doubles", "500 " + 500 * 96)
        .containsEntry("shallow", "120")
        .containsEntry("deep", Integer.toString(32 + 120))
        .containsEntry("cleared", "true")
        .containsEntry("goes on", "true")
        .containsEntry("paused", "true")
        .containsEntry("after pause", "true")
        .containsEntry("stopped", "true")
        .containsEntry("memory", "TracedMemory[current=0, peak=0]")
        .containsEntry("forgotten", "true")
        .containsEntry("start anew", "true")
        .containsEntry("anew", "true");
    assertThat(Traced.frame(Tracing.class, "snapshots", "doubles"))
        .endsWith('(' + said.get("line") + ')');
  }

  private Map<String, String> run(String options, String... arguments) throws Exception {
    Map<String, String> said = new LinkedHashMap<>();
    for (String line : Traced.output(Tracing.class, options, folder, List.of(), arguments)) {
      int equals = line.indexOf('=');
      said.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return said;
  }
}
