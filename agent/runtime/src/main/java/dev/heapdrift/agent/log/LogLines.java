package dev.heapdrift.agent.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * The lines of the log: time in UTC, level, message, and below it the stack trace.
 *
 * <p>Logback's pattern layout would do, but it loads a converter of each kind that a pattern may
 * name: a hundred and fifty classes, and a tenth of a second of the start of the agent.
 */
final class LogLines extends LayoutBase<ILoggingEvent> {
  /** Always three digits of a second, so that the columns stand below each other. */
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    MILLIS.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append(' ').append(event.getLevel()).append(' ').append(event.getFormattedMessage());
    line.append(System.lineSeparator());
    IThrowableProxy problem = event.getThrowableProxy();
    if (problem != null) {
      line.append(ThrowableProxyUtil.asString(problem));
    }
    return line.toString();
  }
}
