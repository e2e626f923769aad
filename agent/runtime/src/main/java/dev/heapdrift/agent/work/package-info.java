/**
 * How much work the application does, as it counts it itself, so that the analyzer can tell growth
 * per unit of work from growth with the traffic.
 *
 * <p>In: an MBean's attribute that the option {@code work} names, else the counters that the API
 * hands over. Out: {@link dev.heapdrift.snapshot.WorkFacts}, by way of {@link
 * dev.heapdrift.agent.work.WorkCounter}.
 *
 * <p>Everything belongs to the agent's thread, but {@link
 * dev.heapdrift.agent.work.ApiCounters#offer}, which application threads call, and the thread of
 * {@code BeanReader}: it is the only one of ours that runs code of the application, because the
 * user asked for it.
 */
package dev.heapdrift.agent.work;
