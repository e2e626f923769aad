package dev.heapdrift.junit;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** Live instances by class, as {@code jcmd GC.class_histogram} prints them; a full collection. */
final class ClassHistogram {
  private static final String BEAN = "com.sun.management:type=DiagnosticCommand";
  private static final String OPERATION = "gcClassHistogram";

  private ClassHistogram() {}

  /** Live instances of exactly this class in this JVM; empty where it offers no histogram. */
  static OptionalLong instances(Class<?> type) {
    try {
      Object printed =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName(BEAN),
                  OPERATION,
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return OptionalLong.of(count((String) printed, type.getName()));
    } catch (JMException e) {
      return OptionalLong.empty();
    }
  }

  /** Lines are {@code rank: instances bytes class (module)}; classes of one name are summed. */
  static long count(String histogram, String className) {
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length >= 4 && words[0].endsWith(":") && words[3].equals(className))
        .mapToLong(words -> Long.parseLong(words[1]))
        .sum();
  }
}
