package dev.heapdrift.analyzer.control;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to another JVM. A command goes there in place of an agent's options, when the jar of
 * the agent that runs there is loaded once more; its answer lies among the properties that the JVM
 * keeps for agents. So nothing listens and nothing is written. For one thread.
 */
public final class Attachment implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Attachment.class);

  /**
   * A JVM copies its properties one by one, and fails with a NullPointerException where one goes
   * meanwhile, as an agent's do when it leaves.
   */
  private static final int TIMES_ASKED = 3;

  /** Bytes that fit into a request, its end included; JDK 24 and newer take more. */
  private static final int LONGEST = 1024;

  /** How long an agent may take to put its hooks out, in ms. */
  private static final long LEAVING_MILLIS = 30_000;

  private static final long POLL_MILLIS = 20;
  private static final int OLDEST_JAVA = 17;

  private final long pid;
  private final VirtualMachine jvm;

  private Attachment(long pid, VirtualMachine jvm) {
    this.pid = pid;
    this.jvm = jvm;
  }

  /**
   * Connects to a JVM of this user.
   *
   * @throws AttachException when there is none of that id, or it takes no requests
   */
  public static Attachment to(long pid) throws AttachException {
    Preflight.check(pid);
    try {
      return new Attachment(pid, VirtualMachine.attach(Long.toString(pid)));
    } catch (AttachNotSupportedException | IOException e) {
      throw new AttachException("cannot attach to process " + pid, e);
    }
  }

  /** Process id of that JVM. */
  public long pid() {
    return pid;
  }

  /** The agent that runs there, if one does. */
  public Optional<AgentNotice> agent() throws AttachException {
    return AgentNotice.in(properties());
  }

  /**
   * The agent that runs there.
   *
   * @throws AttachException when none does
   */
  public AgentNotice requireAgent() throws AttachException {
    return agent()
        .orElseThrow(
            () ->
                new AttachException(
                    "no agent watches JVM " + pid + "; heapdrift attach " + pid + " starts one"));
  }

  /**
   * Starts an agent.
   *
   * @param jar its jar
   * @param options its options
   * @return how it is doing
   * @throws AttachException when that JVM or the agent refuses, with the reason
   */
  public AgentStatus start(Path jar, String options) throws AttachException {
    try {
      String version = jvm.getSystemProperties().getProperty("java.specification.version", "");
      if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST_JAVA) {
        throw new AttachException(
            "JVM "
                + pid
                + " is Java "
                + version
                + "; heapdrift needs "
                + OLDEST_JAVA
                + " or newer");
      }
      return AgentStatus.parse(command(jar.toString(), Verb.ATTACH, options));
    } catch (NumberFormatException | AgentLoadException | IOException e) {
      throw new AttachException("JVM " + pid + " does not take the agent", e);
    }
  }

  /** How the agent is doing. */
  public AgentStatus status() throws AttachException {
    return AgentStatus.parse(ask(Verb.STATUS, null));
  }

  /**
   * Asks the agent for something.
   *
   * @param verb for what
   * @param argument of which, or null
   * @return its answer
   * @throws AttachException when no agent runs there, or it could not do as asked
   */
  public String ask(Verb verb, String argument) throws AttachException {
    AgentNotice agent = requireAgent();
    try {
      if (agent.jar() != null) {
        return command(agent.jar(), verb, argument);
      }
    } catch (AgentLoadException gone) {
      LOG.debug("the agent's jar is gone: {}", agent.jar(), gone);
    } catch (IOException e) {
      throw new AttachException("JVM " + pid + " does not answer", e);
    }
    return askByOurs(verb, argument);
  }

  /** Its own jar has been moved: any other one will do, for as long as it takes to ask. */
  private String askByOurs(Verb verb, String argument) throws AttachException {
    try {
      Path folder = Files.createTempDirectory("heapdrift");
      try {
        return command(CarriedAgent.into(folder).toString(), verb, argument);
      } finally {
        CarriedAgent.removeFrom(folder);
        Files.deleteIfExists(folder);
      }
    } catch (LaunchException | AgentLoadException | IOException e) {
      throw new AttachException("JVM " + pid + " does not answer", e);
    }
  }

  /**
   * Has the agent leave, and waits until its hooks are out.
   *
   * @throws AttachException when it has not left within half a minute
   */
  public void detachAgent() throws AttachException {
    ask(Verb.DETACH, null);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAVING_MILLIS);
    while (agent().isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new AttachException("the agent in JVM " + pid + " has not left yet; it will");
      }
      pause();
    }
  }

  private static void pause() throws AttachException {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttachException("interrupted while the agent leaves");
    }
  }

  private String command(String jar, Verb verb, String argument)
      throws AttachException, AgentLoadException, IOException {
    String id = ProcessHandle.current().pid() + "-" + System.nanoTime();
    String text = "control " + id + ' ' + verb.text() + (argument == null ? "" : ' ' + argument);
    int length = (jar + '=' + text).getBytes(StandardCharsets.UTF_8).length + 1;
    if (length > LONGEST) {
      throw new AttachException(
          "paths and options are too long together: "
              + length
              + " bytes, and a JVM takes "
              + LONGEST);
    }
    LOG.debug("asking JVM {}: {}", pid, text);
    try {
      jvm.loadAgent(jar, text);
    } catch (AgentInitializationException e) {
      throw new IOException(e);
    }
    String answer =
        AgentNotice.reply(properties(), id)
            .orElseThrow(() -> new AttachException("JVM " + pid + " gave no answer; try again"));
    if (answer.startsWith(Verb.ERROR)) {
      throw new AttachException(answer.substring(Verb.ERROR.length()));
    }
    return answer;
  }

  private Properties properties() throws AttachException {
    IOException failure = null;
    for (int time = 0; time < TIMES_ASKED; time++) {
      try {
        return jvm.getAgentProperties();
      } catch (IOException e) {
        LOG.debug("asked {} times for the properties of JVM {}", time + 1, pid, e);
        failure = e;
      }
    }
    throw new AttachException("JVM " + pid + " does not answer", failure);
  }

  @Override
  public void close() {
    try {
      jvm.detach();
    } catch (IOException e) {
      LOG.debug("cannot leave JVM {}", pid, e);
    }
  }
}
