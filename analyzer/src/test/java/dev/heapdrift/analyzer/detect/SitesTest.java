package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SitesTest {
  private static final String RESIZE = "java.util.HashMap.resize(HashMap.java:700)";

  @Test
  void countedInsertionsOutweighAFewResizes() {
    Details leak =
        leak(
            c ->
                c.grownAt(5, RESIZE, "com.app.Loader.load(Loader.java:9)")
                    .inserted("com.app.Loader.load(Loader.java:9)", "put", 40)
                    .inserted("com.app.Orders.find(Orders.java:42)", "put", 12_000));
    assertThat(leak.insertionSite().print()).isEqualTo("com.app.Orders.find(Orders.java:42)");
    assertThat(leak.evidence().insertions()).isEqualTo(12_040L);
  }

  @Test
  void fewCountedInsertionsDoNot() {
    Details leak =
        leak(
            c ->
                c.grownAt(5, RESIZE, "com.app.Loader.load(Loader.java:9)")
                    .inserted("com.app.Orders.find(Orders.java:42)", "put", 19));
    assertThat(leak.insertionSite().method()).isEqualTo("com.app.Loader.load");
  }

  @Test
  void sharesArePrintedFromTwentyGrowthsUp() {
    Details leak =
        leak(
            c ->
                c.grownAt(15, RESIZE, "com.app.Orders.find(Orders.java:42)")
                    .grownAt(5, RESIZE, "com.app.Loader.load(Loader.java:9)"));
    assertThat(leak.growthStacks()).hasSize(2);
    assertThat(leak.growthStacks().get(0).share()).isCloseTo(0.75, within(1e-9));
    assertThat(leak.growthStacks().get(0).samples()).isEqualTo(15);
  }

  @Test
  void inTheApplicationItselfThereIsNoOtherSite() {
    Details leak =
        leak(
            c ->
                c.grownAt(
                    RESIZE,
                    "com.app.data.Orders.find(Orders.java:42)",
                    "com.app.web.Checkout.pay(Checkout.java:9)"));
    assertThat(leak.applicationSite()).isNull();
  }

  @Test
  void projectsUnderOneUmbrellaAreDifferentLibraries() {
    Details leak =
        leak(
            c ->
                c.grownAt(
                    RESIZE,
                    "org.apache.kafka.Metrics.sensor(Metrics.java:4)",
                    "org.apache.flink.Task.run(Task.java:9)"));
    assertThat(leak.applicationSite().className()).isEqualTo("org.apache.flink.Task");
  }

  private static Details leak(Consumer<ContainerBuilder> describe) {
    Snapshots run =
        Snapshots.lasting(30).with("java.util.HashMap", c -> describe.accept(c.size(t -> 500 * t)));
    return DetectionTest.only(DetectionTest.of(run)).details();
  }
}
