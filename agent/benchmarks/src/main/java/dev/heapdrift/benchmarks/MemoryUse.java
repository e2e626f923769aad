package dev.heapdrift.benchmarks;

/**
 * Bytes that a child process needs, as it printed them.
 *
 * @param heap in use after full collections
 * @param resident of the whole process
 */
public record MemoryUse(double heap, double resident) {

  private static final String WORD = "MEMORY ";

  /**
   * From the line {@code MEMORY HEAP RESIDENT} of a child's output.
   *
   * @throws IllegalStateException with that output when there is no such line
   */
  public static MemoryUse in(String output) {
    String[] words =
        output
            .lines()
            .filter(line -> line.startsWith(WORD))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(output.strip()))
            .split(" ", -1);
    return new MemoryUse(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  /** What this is more than another. */
  public MemoryUse minus(MemoryUse other) {
    return new MemoryUse(heap - other.heap, resident - other.resident);
  }
}
