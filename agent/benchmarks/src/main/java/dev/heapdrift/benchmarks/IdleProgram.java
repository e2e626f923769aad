package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits the given milliseconds; if any, then prints this process's resident memory in KiB. */
final class IdleProgram {

  private IdleProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    long millis = Long.parseLong(args[0]);
    if (millis == 0) {
      return;
    }
    Thread.sleep(millis);
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        System.out.println(line.replaceAll("\\D", ""));
      }
    }
  }
}
