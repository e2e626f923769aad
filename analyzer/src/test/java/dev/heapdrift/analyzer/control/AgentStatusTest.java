package dev.heapdrift.analyzer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.analyzer.report.StatusJson;
import dev.heapdrift.analyzer.report.StatusText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What an agent answers, and how it is printed. */
class AgentStatusTest {
  private static final String ANSWER =
      """
      level\tsample
      reason\tsince 12.0 s: asked for
      version\t1.0
      snapshots\t/var/snapshots
      startedMillis\t1000
      uptimeMillis\t61000
      installNanos\t85000000
      cpuNanos\t300000000
      containers\t1200
      instances\t3
      written\t4
      growing\t12\t3000\t7000\t1.250\tjava.util.HashMap\t\ta.B.c(B.java:4)
      cost\tdrain\t600\t120000000
      cost\tlateness\t600\t9000000
      drop\tmax-live\t5
      notSeen\tsomething that cannot be seen
      """;

  private final StringWriter text = new StringWriter();

  @Test
  void forPeopleWhatIsNotKnownIsLeftOut() throws AttachException {
    StatusText.write(7, AgentStatus.parse(ANSWER), new PrintWriter(text, true));
    assertThat(text)
        .hasToString(
            """
            JVM        7
            level      sample since 12.0 s: asked for
            agent      1.0, watching for 60 s
            snapshots  /var/snapshots, 4 so far
            CPU time   0.3 s on the agent's thread, 0.5 % of one core, installing took 85 ms
            follows    1,200 collections, 3 threads, loaders, buffers and resources
            growing    java.util.HashMap, 7,000 entries, 1.25 a second, filled by a.B.c(B.java:4)
            spent on   drain 120 ms in 600
            dropped    5 for max-live
            not seen   something that cannot be seen
            """);
  }

  @Test
  void forProgramsItIsNull() throws AttachException {
    StatusJson.write(7, AgentStatus.parse(ANSWER), new PrintWriter(text, true));
    assertThat(text.toString())
        .contains("\"schema\" : \"heapdrift-status/1\"", "\"memoryBytes\" : null")
        .contains("\"cpuNanos\" : 300000000", "\"max-live\" : 5")
        .contains("\"entriesPerSecond\" : 1.25", "\"owner\" : null");
  }

  @Test
  void anAnswerOfAnotherKindIsOneLine() {
    assertThatExceptionOfType(AttachException.class)
        .isThrownBy(() -> AgentStatus.parse("cost\tdrain"))
        .withMessageContaining("another version");
  }

  @Test
  void aReplyIsFoundByItsId() {
    Properties properties = new Properties();
    properties.setProperty("heapdrift.reply.3", "7-11 done");
    assertThat(AgentNotice.reply(properties, "7-11")).contains("done");
    assertThat(AgentNotice.reply(properties, "7-1")).isEmpty();
    assertThat(AgentNotice.in(properties)).isEmpty();
  }
}
