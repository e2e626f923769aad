/**
 * The command line: parses, calls one pipeline, hands the result to one report, turns the outcome
 * into an exit code. The only package that prints.
 *
 * <p>{@link dev.heapdrift.analyzer.cli.Main} lists the commands, one class each. A result goes to
 * stdout; a problem is one line on stderr, never a stack trace; progress goes to stderr and only to
 * a terminal. Exit codes: see ExitCode.
 */
package dev.heapdrift.analyzer.cli;
