/**
 * The agent as a guest of every kind of host: class loaders, modules, containers, collectors, other
 * agents, disks that cannot be written to.
 *
 * <p>{@link dev.heapdrift.agent.hosts.Hosts} is the table, a host a row; {@link
 * dev.heapdrift.agent.hosts.Host} is what a row says; {@link dev.heapdrift.agent.hosts.Stay} is
 * what is claimed of each. {@link dev.heapdrift.agent.hosts.HostsIT} runs a few of them, and all of
 * them with each collector where the build's profile {@code matrix} is on; what that printed stands
 * in docs/hosts.md.
 */
package dev.heapdrift.agent.hosts;
