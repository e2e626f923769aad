package dev.heapdrift.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.tenant.Hoard;
import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.Attribute;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean as an application, or JConsole, sees it: by open types, for as long as the agent is. */
class JmxIT {
  @TempDir Path root;

  @Test
  void theBeanComesWithTheServerAndGoesWithTheAgent() {
    Path folder = root.resolve("snapshots");
    SpawnedJvm.Result result =
        SpawnedJvm.of(Program.class)
            .agent("interval=0,survivors-interval=0,snapshots=" + folder)
            .run()
            .succeeded();
    assertThat(result.out())
        .containsSubsequence(
            "servers before: 0",
            "registered: true",
            "status: watch",
            "figure: heapdrift_heap_max_bytes",
            "written: true",
            "level: sample",
            "level: off",
            "level: watch",
            "stop: off",
            "start: sample",
            "refused: there is no level 'loud'",
            "refused: a verdict needs the analyzer: name heapdrift.jar by the agent's option"
                + " analyzer=FILE, or lay it beside the agent, as "
                + SpawnedJvm.agentJar().resolveSibling("heapdrift.jar"),
            "registered: false");
    assertThat(Snapshots.files(folder)).hasSize(1);
  }

  @Test
  void whoListensIsToldWhatGrowsSteadily() {
    Path folder = root.resolve("snapshots");
    SpawnedJvm.Result result =
        SpawnedJvm.of(Leaky.class)
            .agent("interval=200ms,survivors-interval=0,growth-trigger=2s,snapshots=" + folder)
            .run()
            .succeeded();
    assertThat(result.out().get(0))
        .startsWith("dev.heapdrift.growth: java.util.ArrayList")
        .contains(" grows steadily: ", "filled by com.example.tenant.Hoard.add(Hoard.java:");
    assertThat(result.out().get(1)).isEqualTo("growing: java.util.ArrayList");
    assertThat(Snapshots.files(folder))
        .extracting(file -> Snapshots.read(file).capture().trigger())
        .contains(Trigger.GROWTH);
  }

  /** Leaks until it has been told so by the agent's bean, and has asked it. */
  static final class Leaky {
    private static final int BATCH = 100;
    private static final long PAUSE_NANOS = 10_000_000;

    private Leaky() {}

    public static void main(String[] args) throws Exception {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName bean = new ObjectName(Program.NAME);
      Await.until("the bean", () -> server.isRegistered(bean));
      BlockingQueue<Notification> news = new LinkedBlockingQueue<>();
      server.addNotificationListener(bean, (told, handback) -> news.add(told), null, null);
      Thread leak = new Thread(Leaky::leak, "leak");
      leak.setDaemon(true);
      leak.start();
      Notification first = news.poll(2, TimeUnit.MINUTES);
      System.out.println(first.getType() + ": " + first.getMessage());
      CompositeData status = (CompositeData) server.getAttribute(bean, "Status");
      CompositeData[] growing = (CompositeData[]) status.get("growing");
      System.out.println("growing: " + growing[0].get("type"));
    }

    private static void leak() {
      while (!Thread.interrupted()) {
        Hoard.add(BATCH);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Uses JMX some time after it has started. */
  static final class Program {
    private static final String NAME = "dev.heapdrift:type=Agent";

    private Program() {}

    public static void main(String[] args) throws Exception {
      Await.until("the agent runs", Program::agentRuns);
      System.out.println("servers before: " + MBeanServerFactory.findMBeanServer(null).size());
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName bean = new ObjectName(NAME);
      System.out.println("registered: " + Await.reached(() -> server.isRegistered(bean)));
      CompositeData status = (CompositeData) server.getAttribute(bean, "Status");
      System.out.println("status: " + status.get("level"));
      printFigures((CompositeData[]) invoke(server, bean, "statistics", 5));
      String file = (String) invoke(server, bean, "takeSnapshot");
      System.out.println("written: " + Path.of(file).toFile().isFile());
      for (String level : new String[] {"sample", "off", "watch", "sample"}) {
        server.setAttribute(bean, new Attribute("Level", level));
        System.out.println("level: " + server.getAttribute(bean, "Level"));
      }
      for (String operation : new String[] {"stop", "start"}) {
        invoke(server, bean, operation);
        System.out.println(operation + ": " + server.getAttribute(bean, "Level"));
      }
      refused(() -> server.setAttribute(bean, new Attribute("Level", "loud")));
      refused(() -> invoke(server, bean, "findings"));
      invoke(server, bean, "detach");
      System.out.println("registered: " + !Await.reached(() -> !server.isRegistered(bean)));
    }

    private static void refused(Question question) throws Exception {
      try {
        question.ask();
      } catch (MBeanException | RuntimeException refused) {
        System.out.println("refused: " + refused.getCause().getMessage());
      }
    }

    private interface Question {
      void ask() throws Exception;
    }

    private static Object invoke(
        MBeanServer server, ObjectName bean, String operation, Object... arguments)
        throws Exception {
      String[] types = arguments.length == 0 ? new String[0] : new String[] {"int"};
      return server.invoke(bean, operation, arguments, types);
    }

    private static void printFigures(CompositeData[] figures) {
      for (CompositeData figure : figures) {
        System.out.println("figure: " + figure.get("name"));
      }
    }

    private static boolean agentRuns() {
      return Thread.getAllStackTraces().keySet().stream()
          .anyMatch(thread -> thread.getName().equals("heapdrift"));
    }
  }
}
