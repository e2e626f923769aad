package dev.heapdrift.agent.work;

import dev.heapdrift.agent.work.BeanReader.Answer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * One attribute of an MBean, in whichever server of the JVM has it. No server is ever made: the
 * first one reads the application's configuration.
 */
final class BeanAttribute {
  private final String name;
  private final String bean;
  private final String attribute;

  /** The attribute that is written {@code domain:key=value#Attribute}. */
  BeanAttribute(String name) {
    this.name = name;
    int hash = name.lastIndexOf('#');
    bean = name.substring(0, hash);
    attribute = name.substring(hash + 1);
  }

  /** As the user has written it. */
  String name() {
    return name;
  }

  /** Reads it; runs code of the application and throws nothing. */
  Answer read() {
    long begin = System.nanoTime();
    try {
      ObjectName wanted = new ObjectName(bean);
      for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
        if (server.isRegistered(wanted)) {
          return value(begin, server.getAttribute(wanted, attribute));
        }
      }
      return answer(begin, 0, "no MBean server has it", false);
    } catch (JMException
        | RuntimeException
        | LinkageError
        | OutOfMemoryError
        | StackOverflowError e) {
      return answer(begin, 0, "fails with " + kind(e), true);
    }
  }

  private static Answer value(long begin, Object value) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return answer(begin, 0, "is no number", true);
    }
    return answer(begin, number.longValue(), null, false);
  }

  private static Answer answer(long begin, long value, String problem, boolean broken) {
    long end = System.nanoTime();
    return new Answer(end, end - begin, value, problem, broken);
  }

  /** Classes only: a message may hold values of the application. */
  private static String kind(Throwable e) {
    String cause = e.getCause() == null ? "" : " of " + e.getCause().getClass().getName();
    return e.getClass().getName() + cause;
  }
}
