package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that the application holds is in any file that the agent leaves behind. */
class SecretsIT {
  /** Part of every secret; in this class in two halves, so that no constant pool has it. */
  private static final String SECRET = String.join("", "hunter", "2-4711");

  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private static final String METRICS = "app.prom";

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"watch", "exact"})
  void noSecretIsLeftOnDisk(String level) throws IOException {
    Path temporary = Files.createDirectory(root.resolve("tmp"));
    Path snapshots = root.resolve("snapshots");
    SpawnedJvm.Builder builder =
        SpawnedJvm.of(Program.class)
            .jvm("-Djava.io.tmpdir=" + temporary, "-Dapp.password=" + SECRET)
            .agent("interval=500ms,survivors-interval=500ms,level=" + level + places(snapshots))
            .arguments(SECRET);
    try (SpawnedJvm jvm = builder.start()) {
      Snapshots.await(
          snapshots, snapshot -> snapshot.containers().stream().anyMatch(SecretsIT::sawTheSecrets));
      jvm.println("end");
      jvm.await().succeeded();
    }
    List<Path> left = filesBelow(root);
    assertThat(left).hasSizeGreaterThan(3).allSatisfy(SecretsIT::holdsNoSecret);
    assertThat(left)
        .filteredOn(file -> !file.endsWith(METRICS)) // others are to read that
        .allSatisfy(SecretsIT::isItsOwners);
    assertThat(permissions(snapshots)).isEqualTo("rwx------");
  }

  private String places(Path snapshots) {
    return ",snapshots=" + snapshots + ",metrics=" + root.resolve(METRICS);
  }

  /** Else there was nothing to keep to itself. */
  private static boolean sawTheSecrets(ContainerFacts container) {
    return container.type().equals("java.util.HashMap")
        && container.size() > 500
        && !container.elements().isEmpty();
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void holdsNoSecret(Path file) throws IOException {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    for (Charset encoding : ENCODINGS) {
      String secret = new String(SECRET.getBytes(encoding), StandardCharsets.ISO_8859_1);
      assertThat(bytes.contains(secret)).as("%s in %s", encoding, file).isFalse();
    }
  }

  private static void isItsOwners(Path file) throws IOException {
    assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Keeps a secret wherever a program keeps things, and leaks them all. */
  static final class Program {
    private static final Map<String, String> KEYS_AND_VALUES = new HashMap<>();
    private static final List<char[]> CHARACTERS = new ArrayList<>();
    private static final List<Throwable> MESSAGES = new ArrayList<>();
    private static final ThreadLocal<String> PER_THREAD = new ThreadLocal<>();
    private static final int BATCH = 50;
    private static final int MOST = 20_000;

    /** Collection after collection would leave no thread time between them, the agent's neither. */
    private static final long PACE_NANOS = 50_000_000;

    private static volatile boolean ended;

    private Program() {}

    public static void main(String[] args) throws IOException {
      String secret = args[0];
      Thread keeper = new Thread(() -> keepOn(secret), "of " + secret);
      keeper.start();
      ended = System.in.read() != 0;
    }

    private static void keepOn(String secret) {
      PER_THREAD.set(secret);
      while (!ended) {
        for (int i = 0; i < BATCH && CHARACTERS.size() < MOST; i++) {
          keep(secret + "-" + CHARACTERS.size());
        }
        System.gc(); // survivors are told after collections
        LockSupport.parkNanos(PACE_NANOS);
      }
    }

    private static void keep(String next) {
      KEYS_AND_VALUES.put(next, "of " + next);
      CHARACTERS.add(next.toCharArray());
      MESSAGES.add(new IllegalStateException(next, null));
    }
  }
}
