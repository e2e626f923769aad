package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Set;

/** What a snapshot can tell about the tenant. */
enum Evidence {
  /** Its map grew, and by which method. */
  MAP {
    @Override
    boolean in(Snapshot snapshot) {
      return fill(snapshot, "java.util.HashMap");
    }
  },
  /** A map as large as its own grew; by whom is not told. */
  LARGE_MAP {
    @Override
    boolean in(Snapshot snapshot) {
      return snapshot.containers().stream()
          .anyMatch(
              container ->
                  container.type().equals("java.util.HashMap") && container.size() > 10_000);
    }
  },
  /** Its own array grew: the class was hooked, and sees the door. */
  ARRAY {
    @Override
    boolean in(Snapshot snapshot) {
      return fill(snapshot, "java.lang.Object[]");
    }
  },
  /** A class loader hides {@code java.*}, which costs the sight of its classes' arrays. */
  BLIND_LOADER {
    @Override
    boolean in(Snapshot snapshot) {
      return snapshot.notSeen().stream()
          .anyMatch(sentence -> sentence.contains("not find the door"));
    }
  },
  /** Snapshots were lost, and this one says so. */
  LOSSES {
    @Override
    boolean in(Snapshot snapshot) {
      return snapshot.notSeen().stream()
          .anyMatch(sentence -> sentence.contains("could not be written"));
    }
  };

  private static final String TENANT = Tenant.class.getName();

  /** Whether the snapshot tells it. */
  abstract boolean in(Snapshot snapshot);

  private static boolean fill(Snapshot snapshot, String type) {
    return snapshot.containers().stream()
        .filter(container -> container.type().equals(type))
        .flatMap(container -> container.growthSites().stream())
        .flatMap(site -> snapshot.stacks().get(site.stack()).stream())
        .anyMatch(frame -> frame.className().equals(TENANT) && frame.methodName().equals("fill"));
  }

  /** Waits until a snapshot in the folder tells it all. */
  static void await(Path folder, Set<Evidence> wanted) {
    if (!wanted.isEmpty()) {
      Snapshots.await(
          folder, snapshot -> wanted.stream().allMatch(evidence -> evidence.in(snapshot)));
    }
  }
}
