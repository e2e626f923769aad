package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The snapshots that a program writes while it runs: waited for, and judged again and again. How
 * fast the machine is decides how long that takes, and nothing else.
 *
 * @param folder where they go; the program may make it
 * @param writer the program, or one that has started it
 */
record Written(Path folder, Running writer) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 50;

  /** Snapshots before the first look at them: fewer tell nothing. */
  private static final int FEW = 6;

  /** Times as long as a look took is the rest before the next: programs want the processors too. */
  private static final int REST = 8;

  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Pattern NUMBER = Pattern.compile(".*-(\\d+)\\.hds");

  /**
   * Has them judged until the answer is as claimed.
   *
   * @return that answer
   * @throws AssertionError that of the claim, when it does not come true in five minutes
   */
  Leaks until(Consumer<Leaks> claim) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    await(FEW);
    while (true) {
      long began = System.nanoTime();
      Leaks leaks = Leaks.in(folder);
      try {
        claim.accept(leaks);
        return leaks;
      } catch (AssertionError notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
      }
      int seen = count();
      long rest = REST * (System.nanoTime() - began);
      TimeUnit.NANOSECONDS.sleep(Math.min(rest, LONGEST_REST_NANOS));
      await(seen + 1);
    }
  }

  /** Waits until there are so many. */
  void await(int wanted) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (count() < wanted) {
      if (!writer.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("no " + wanted + " snapshots in " + folder + " by " + writer);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** How many have been written: the number of the newest, for others may have gone. */
  int count() throws IOException {
    SortedMap<Integer, Path> numbers = numbers();
    return numbers.isEmpty() ? 0 : numbers.lastKey();
  }

  /** Takes back those that came after that look: they might leave a verdict open again. */
  void asSeen(Leaks leaks) throws IOException {
    int seen = leaks.json().path("snapshots").asInt();
    for (Path later : numbers().values().stream().skip(seen).toList()) {
      Files.delete(later);
    }
  }

  private SortedMap<Integer, Path> numbers() throws IOException {
    SortedMap<Integer, Path> numbers = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher name = NUMBER.matcher(file.getFileName().toString());
          if (name.matches()) {
            numbers.put(Integer.valueOf(name.group(1)), file);
          }
        }
      }
    }
    return numbers;
  }
}
