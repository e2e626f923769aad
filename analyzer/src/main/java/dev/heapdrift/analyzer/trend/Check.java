package dev.heapdrift.analyzer.trend;

/**
 * One test that a curve must pass to be called unbounded, and how it came out.
 *
 * @param name what is tested, in a word or two
 * @param seen what the curve shows, with its figure
 * @param needed what it must show
 * @param passed whether it does
 */
public record Check(String name, String seen, String needed, boolean passed) {}
