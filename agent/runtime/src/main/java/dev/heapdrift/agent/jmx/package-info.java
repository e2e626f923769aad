/**
 * The agent in JConsole: one MXBean of open types, {@code dev.heapdrift:type=Agent}.
 *
 * <p>{@link dev.heapdrift.agent.jmx.BeanDesk} registers it in the platform's MBean server once
 * somebody has made that; the agent never makes one, for the first one reads the application's
 * configuration. What the bean is asked for goes through the door's control function, as any other
 * request, and is answered by the agent's thread.
 *
 * <p>Findings come from the analyzer, by {@code verdict}.
 *
 * <p>Attributes and operations run on the threads of JMX. Registering runs listeners of the
 * application, and has a thread of its own. The bean is documented in docs/jmx.md.
 */
package dev.heapdrift.agent.jmx;
