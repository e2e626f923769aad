package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The agent is attached, attached once more, detached and attached again, while threads fill and
 * drop collections and others load classes and let them go.
 */
final class ComingAndGoingHost implements Host {
  @Override
  public String name() {
    return "attached twice while classes load, detached under load, attached again";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) {
    return SpawnedJvm.of(Busy.class).jvm("-XX:+EnableDynamicAgentLoading");
  }

  @Override
  public boolean bringsAgent() {
    return false;
  }

  @Override
  public void receive(SpawnedJvm jvm, Setting setting) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
    try {
      machine.loadAgent(SpawnedJvm.agentJar().toString(), setting.agentOptions());
      machine.loadAgent(SpawnedJvm.agentJar().toString(), setting.agentOptions());
      work(jvm, "attached");
      machine.loadAgent(SpawnedJvm.agentJar().toString(), "control 1 detach");
      Await.until("the agent leaves", () -> !watched(machine));
      work(jvm, "detached");
      machine.loadAgent(SpawnedJvm.agentJar().toString(), setting.agentOptions());
      work(jvm, "attached again");
    } finally {
      machine.detach();
    }
  }

  private static void work(SpawnedJvm jvm, String when) {
    jvm.println(when);
    jvm.awaitLine("all work while " + when);
  }

  private static boolean watched(VirtualMachine machine) {
    try {
      return machine.getAgentProperties().containsKey("heapdrift.level");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Evidence> evidence() {
    return Set.of(Evidence.MAP); // classes that were loaded before are hooked later
  }

  @Override
  public boolean mayComplain(List<String> lines) {
    return lines.size() == 1 && lines.get(0).contains("an agent watches this JVM already");
  }

  /** Works until it is told to end; a line asks it to prove that each of its threads goes on. */
  static final class Busy {
    private static final int ENTRIES = 5000;
    private static final Map<Work, AtomicLong> TURNS = new HashMap<>();

    private static volatile String failure;

    private Busy() {}

    private interface Work {
      void turn() throws Exception;
    }

    public static void main(String[] args) throws Exception {
      start(Busy::fill);
      start(Busy::load);
      Tenant.moveIn();
      System.out.println("at home");
      try (Scanner in = new Scanner(System.in, "UTF-8")) {
        for (String line = in.nextLine(); !line.equals("end"); line = in.nextLine()) {
          awaitTurns();
          System.out.println("all work while " + line);
        }
      }
      System.out.println(failure == null ? Tenant.moveOut() : failure);
    }

    private static void start(Work work) {
      AtomicLong turns = new AtomicLong();
      TURNS.put(work, turns);
      Thread thread =
          new Thread(
              () -> {
                for (; failure == null; turns.incrementAndGet()) {
                  attempt(work);
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    private static void attempt(Work work) {
      try {
        work.turn();
      } catch (Throwable t) {
        failure = t.toString();
      }
    }

    private static void fill() {
      List<Object> list = new ArrayList<>();
      Map<Object, Object> map = new HashMap<>();
      for (int i = 0; i < ENTRIES; i++) {
        list.add("entry " + i);
        map.put(i, list.get(i));
      }
      if (map.size() != list.size()) {
        throw new IllegalStateException(map.size() + " of " + list.size());
      }
    }

    private static void load() throws Exception {
      String name = Tenant.class.getName();
      Class<?> own = new LoaderHost.OwnLoader(LoaderHost.Kind.BUNDLE).loadClass(name);
      if (!own.getMethod("moveOut").getName().equals("moveOut")) {
        throw new IllegalStateException("a class of its own looks otherwise");
      }
    }

    private static void awaitTurns() {
      for (AtomicLong turns : TURNS.values()) {
        long enough = turns.get() + 2;
        while (turns.get() < enough && failure == null) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
