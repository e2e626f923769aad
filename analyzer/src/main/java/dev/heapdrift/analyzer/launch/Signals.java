package dev.heapdrift.analyzer.launch;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes signals on to a program while it runs, and keeps them from ending this JVM before the
 * program has ended. Where the JDK does not offer its signals, nothing is passed on.
 *
 * <p>What a terminal sends (INT by Ctrl-C, HUP when it closes) it sends to the program, too: then
 * it is only kept away from us. The API is reached by reflection, because the compiler's warning
 * about it cannot be switched off.
 */
public final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private static final List<String> NAMES = List.of("HUP", "INT", "TERM");

  /** 128 and the numbers of these signals, which are the same on all systems. */
  private static final Set<Integer> ENDED = Set.of(128 + 1, 128 + 2, 128 + 15);

  /** Fields of /proc/self/stat behind the command's name: group, session, terminal, its group. */
  private static final int GROUP = 2;

  private static final int FOREGROUND_GROUP = 5;

  private final Process program;
  private final Map<Object, Object> before = new LinkedHashMap<>();

  private Signals(Process program) {
    this.program = program;
  }

  /** Takes the signals that end programs, until it is closed. */
  public static Signals to(Process program) {
    Signals signals = new Signals(program);
    NAMES.forEach(signals::take);
    return signals;
  }

  private void take(String name) {
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object signal =
          Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
      Object ours =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                pass(name);
                return null;
              });
      Object old = handle(signal, ours);
      before.put(signal, old);
      if (handler.getField("SIG_IGN").get(null).equals(old)) {
        handle(signal, old); // as nohup wants it
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("cannot take signal {}", name, e);
    }
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    Method handle =
        signal
            .getClass()
            .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal, handler);
  }

  private void pass(String name) {
    if (name.equals("TERM")) {
      program.destroy();
    } else if (!inForeground()) {
      send(name);
    }
  }

  // Java can send TERM and KILL, and nothing else; a shell has kill built in.
  private void send(String name) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s " + name + ' ' + program.pid()).start();
    } catch (IOException e) {
      LOG.debug("cannot send signal {}", name, e);
      program.destroy();
    }
  }

  // Whether a terminal's Ctrl-C reaches our group of processes, and so the program itself. Where
  // nothing tells, it is the likelier case.
  private static boolean inForeground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[GROUP].equals(fields[FOREGROUND_GROUP]);
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** Whether that is the exit code of a program that one of these signals has ended. */
  public static boolean ended(int exitCode) {
    return ENDED.contains(exitCode);
  }

  /** Gives the signals back. */
  public void close() {
    before.forEach(
        (signal, old) -> {
          try {
            handle(signal, old);
          } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("cannot give signal {} back", signal, e);
          }
        });
  }
}
