package dev.heapdrift.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void aLineAFactAndNoneForWhatIsNotKnown() {
    Status status =
        new Status(
            "sample",
            "since 12.0 s: asked for",
            "1.0",
            "/a b",
            1000,
            5000,
            7,
            8,
            -1,
            2,
            3,
            0,
            -1,
            4,
            List.of(
                new Suspect(
                    12, 3000, 70, 1.25, "java.util.HashMap", "static a.B.MAP", "a.B.c(B.java:4)"),
                new Suspect(13, 3100, 8, 1, "a.B", null, null)),
            List.of(new CostFacts("drain", 10, 900, 1, 2, 3)),
            List.of(new Drop("max-live", 5), new Drop("max-traces", 0)),
            List.of("a sentence\nin two lines"));
    assertThat(status.text())
        .isEqualTo(
            """
            level\tsample
            reason\tsince 12.0 s: asked for
            version\t1.0
            snapshots\t/a b
            startedMillis\t1000
            uptimeMillis\t5000
            installNanos\t7
            cpuNanos\t8
            containers\t2
            instances\t3
            tracedBytes\t0
            written\t4
            growing\t12\t3000\t70\t1.250\tjava.util.HashMap\tstatic a.B.MAP\ta.B.c(B.java:4)
            growing\t13\t3100\t8\t1.000\ta.B\t\t
            cost\tdrain\t10\t900
            drop\tmax-live\t5
            notSeen\ta sentence in two lines
            """);
  }

  @Test
  void whatGrowsIsOneLineForPeople() {
    Suspect known = new Suspect(1, 0, 71_332, 640, "a.Cache", "static a.B.MAP", "a.B.c(B.java:4)");
    assertThat(known.sentence())
        .isEqualTo(
            "a.Cache (static a.B.MAP) grows steadily: 71,332 entries, 640.0 a second, filled by"
                + " a.B.c(B.java:4)");
    assertThat(new Suspect(1, 0, 2, 0.5, "a.Cache", null, null).sentence())
        .isEqualTo("a.Cache grows steadily: 2 entries, 0.5 a second");
  }
}
