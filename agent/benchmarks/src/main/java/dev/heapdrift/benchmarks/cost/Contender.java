package dev.heapdrift.benchmarks.cost;

import java.util.List;

/**
 * One of the processes that are compared.
 *
 * @param name as tables print it
 * @param command that starts a process which speaks as {@code WorkServer} does
 */
record Contender(String name, List<String> command) {}
