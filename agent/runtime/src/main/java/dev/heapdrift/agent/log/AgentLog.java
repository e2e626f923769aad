package dev.heapdrift.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.heapdrift.agent.files.OwnFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;

/**
 * The agent's log: a logback context of its own, made by program, which no configuration of the
 * application reaches. The file is its owner's only; a symbolic link in its place is not followed.
 *
 * <p>For the agent's thread, after premain has returned: logback's classes are slow to load. A log
 * that cannot be written stays silent; that is never the application's problem.
 */
public final class AgentLog implements AutoCloseable {

  /** Name of the file in the folder of the snapshots. */
  public static final String FILE = "heapdrift.log";

  /** Bytes after which a new file is begun; one older file is kept. */
  static final long MAX_BYTES = 1 << 20;

  private final LoggerContext context = new LoggerContext();

  private AgentLog() {}

  /** Opens the log in {@code folder}, which is made if missing; appends to what is there. */
  public static AgentLog open(Path folder) {
    return open(folder, MAX_BYTES);
  }

  static AgentLog open(Path folder, long maxBytes) {
    AgentLog log = new AgentLog();
    log.context.setName("heapdrift");
    log.context.setMDCAdapter(new LogbackMDCAdapter()); // without a provider nobody else sets it
    if (writable(folder)) {
      log.start(folder.resolve(FILE), maxBytes);
    }
    return log;
  }

  /** The logger to write to; usable until this log is closed. */
  public Logger logger() {
    return context.getLogger("heapdrift");
  }

  /** Writes out what is pending and closes the file; later calls on the logger do nothing. */
  @Override
  public void close() {
    context.stop();
  }

  /** Logback would make the file for everybody to read, and write to wherever a link leads. */
  private static boolean writable(Path folder) {
    try {
      OwnFiles.makeFolder(folder);
      return OwnFiles.makeEmpty(folder.resolve(FILE));
    } catch (IOException silent) {
      return false;
    }
  }

  private void start(Path file, long maxBytes) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder());
    appender.setTriggeringPolicy(atSize(maxBytes));
    OneOlderFile policy = new OneOlderFile();
    policy.setContext(context);
    policy.setParent(appender);
    appender.setRollingPolicy(policy);
    policy.start();
    appender.start();
    ch.qos.logback.classic.Logger root =
        context.getLogger(ch.qos.logback.classic.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    context.start();
  }

  private LayoutWrappingEncoder<ILoggingEvent> encoder() {
    LogLines lines = new LogLines();
    lines.setContext(context);
    lines.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(lines);
    encoder.start();
    return encoder;
  }

  private SizeBasedTriggeringPolicy<ILoggingEvent> atSize(long maxBytes) {
    SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
    policy.setContext(context);
    policy.setMaxFileSize(new FileSize(maxBytes));
    policy.setCheckIncrement(Duration.buildByMilliseconds(0)); // at every line: there are few
    policy.start();
    return policy;
  }
}
