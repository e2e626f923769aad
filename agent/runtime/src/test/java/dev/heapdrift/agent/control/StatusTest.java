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
            cost\tdrain\t10\t900
            drop\tmax-live\t5
            notSeen\ta sentence in two lines
            """);
  }
}
