package dev.heapdrift.analyzer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Takes back logback's own default, which is to write everything to stdout. */
  static void silence() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  /**
   * Turns on what the options ask for.
   *
   * @throws ParameterException when the file cannot be written to
   */
  void start() {
    if (verbose) {
      attach(System.err);
    }
    if (file != null) {
      try {
        attach(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      } catch (IOException e) {
        throw new ParameterException(command.commandLine(), "cannot write " + file + ": " + e);
      }
    }
  }

  private static void attach(OutputStream out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
  }
}
