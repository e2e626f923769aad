/**
 * The agent's options: one table, from which parsing, validation, help and the documentation come.
 *
 * <p>In: the agent's argument, system properties {@code heapdrift.*}, environment variables {@code
 * HEAPDRIFT_*} and a file that one of them names. Out: one immutable {@link
 * dev.heapdrift.agent.options.AgentOptions}, or one {@link
 * dev.heapdrift.agent.options.OptionException} whose message is one line for the user.
 *
 * <p>Runs in premain, before the application: no lambdas, no java.nio.file, no regular expressions.
 * A new option is a row in {@link dev.heapdrift.agent.options.OptionTable} and a component here.
 */
package dev.heapdrift.agent.options;
