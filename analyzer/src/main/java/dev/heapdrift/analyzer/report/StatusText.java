package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.control.AgentStatus;
import java.io.PrintWriter;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** How an agent is doing, for people; what it does not know is left out. */
public final class StatusText {
  private final AgentStatus status;
  private final TextOut out;

  private StatusText(AgentStatus status, PrintWriter out) {
    this.status = status;
    this.out = new TextOut(out);
  }

  /**
   * Writes it.
   *
   * @param pid of the agent's JVM
   * @param status what it told
   * @param out where to
   */
  public static void write(long pid, AgentStatus status, PrintWriter out) {
    new StatusText(status, out).write(pid);
  }

  private void write(long pid) {
    row("JVM", Long.toString(pid));
    row("level", (status.text("level") + ' ' + status.text("reason")).strip());
    row("agent", status.text("version") + running());
    row("snapshots", status.text("snapshots") + written());
    figure("heap", "heapAfterGcBytes", n -> Quantity.bytes(n) + " after the last collection");
    row("CPU time", cpu());
    figure("memory", "memoryBytes", n -> Quantity.bytes(n) + " held by the agent");
    figure("follows", "containers", n -> Quantity.count(n) + " collections" + instances());
    figure("traces", "tracedBytes", n -> n == 0 ? "" : Quantity.bytes(n) + " held for traces");
    status.growing().forEach(one -> row("growing", growing(one)));
    row("spent on", costs());
    status
        .drops()
        .forEach((bound, count) -> row("dropped", Quantity.count(count) + " for " + bound));
    status.notSeen().forEach(sentence -> row("not seen", sentence));
  }

  private void row(String label, String text) {
    if (!text.isEmpty()) {
      out.labelled(String.format("%-11s", label), text);
    }
  }

  private void figure(String label, String fact, LongFunction<String> words) {
    Long value = status.number(fact);
    row(label, value == null ? "" : words.apply(value));
  }

  private String running() {
    Long seconds = runningMillis();
    return seconds == null ? "" : ", watching for " + Quantity.duration(seconds / 1000.0);
  }

  private Long runningMillis() {
    Long from = status.number("startedMillis");
    Long now = status.number("uptimeMillis");
    return from == null || now == null ? null : Long.valueOf(Math.max(1, now - from));
  }

  private String written() {
    Long newest = status.number("written");
    return newest == null ? "" : ", " + Quantity.count(newest) + " so far";
  }

  private String instances() {
    Long followed = status.number("instances");
    return followed == null
        ? ""
        : ", " + Quantity.count(followed) + " threads, loaders, buffers and resources";
  }

  private String cpu() {
    Long nanos = status.number("cpuNanos");
    Long running = runningMillis();
    if (nanos == null || running == null) {
      return "";
    }
    double share = nanos / 1e6 / running;
    String install = status.text("installNanos").isEmpty() ? "" : ", installing took " + install();
    return Quantity.duration(nanos / 1e9)
        + " on the agent's thread, "
        + Quantity.number(share * 100)
        + " % of one core"
        + install;
  }

  private String install() {
    return Quantity.number(status.number("installNanos") / 1e6) + " ms";
  }

  private static String growing(AgentStatus.Growing one) {
    return one.type()
        + (one.owner() == null ? "" : " (" + one.owner() + ")")
        + ", "
        + Quantity.count(one.entries())
        + " entries, "
        + Quantity.number(one.entriesPerSecond())
        + " a second"
        + (one.site() == null ? "" : ", filled by " + one.site());
  }

  private String costs() {
    return status.costs().stream()
        .filter(cost -> !cost.activity().equals("lateness"))
        .map(
            cost ->
                cost.activity()
                    + ' '
                    + Quantity.number(cost.nanos() / 1e6)
                    + " ms in "
                    + Quantity.count(cost.count()))
        .collect(Collectors.joining(", "));
  }
}
