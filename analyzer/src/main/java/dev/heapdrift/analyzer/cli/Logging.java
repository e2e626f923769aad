package dev.heapdrift.analyzer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/**
 * The analyzer's own log, as options that every command mixes in: silent unless asked for, and
 * never on stdout. Configured by program only, so that no logback.xml and no system property
 * interferes.
 */
final class Logging {
  private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n";

  @Option(names = "--verbose", description = "Log to stderr what is being done.")
  private boolean verbose;

  @Option(names = "--log-file", paramLabel = "FILE", description = "Log to a file.")
  private Path file;

  /** Takes back logback's own default, which is to write everything to stdout. */
  static void silence() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  /** Turns on what the options ask for. */
  void start() {
    if (verbose) {
      OutputStreamAppender<ILoggingEvent> stderr = new OutputStreamAppender<>();
      stderr.setOutputStream(System.err);
      attach(stderr);
    }
    if (file != null) {
      FileAppender<ILoggingEvent> appender = new FileAppender<>();
      appender.setFile(file.toString());
      attach(appender);
    }
  }

  private static void attach(OutputStreamAppender<ILoggingEvent> appender) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
  }
}
