package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** A walk ends within its budget, and the application does not notice it. */
class OwnerWalkBoundsTest {
  private static final List<Object> MANY = new ArrayList<>();

  @Test
  void nodeBudgetEndsTheWalk() {
    WalkReport report =
        walkOverMany(new WalkBudget(100, Long.MAX_VALUE / 2, Elements.MOST, 10_000, () -> false));
    assertThat(report.complete()).isFalse();
    assertThat(report.nodes()).isLessThanOrEqualTo(512);
  }

  @Test
  void timeBudgetEndsTheWalk() {
    WalkReport report =
        walkOverMany(new WalkBudget(Long.MAX_VALUE, 0, Elements.MOST, 10_000, () -> false));
    assertThat(report.complete()).isFalse();
    assertThat(report.nodes()).isLessThanOrEqualTo(512);
  }

  @Test
  void cancellingEndsTheWalk() {
    WalkReport report =
        walkOverMany(new WalkBudget(1_000_000, 1L << 60, Elements.MOST, 10_000, () -> true));
    assertThat(report.complete()).isFalse();
  }

  @Test
  void fullQueueIsReported() {
    WalkReport report =
        walkOverMany(new WalkBudget(1_000_000, 1L << 60, Elements.MOST, 16, () -> false));
    assertThat(report.complete()).isFalse();
  }

  @Test
  void containersAreLookedIntoUpToABound() {
    WalkReport report = walkOverMany(WalkBudget.millis(20_000, () -> false));
    assertThat(report.complete()).isTrue();
    assertThat(report.nodes()).isLessThan(3L * Elements.MOST);
  }

  @Test
  void whatLiesFarBackInALargeContainerIsFoundWhereAllIsLookedAt() {
    walkOverMany(WalkBudget.millis(0, () -> true));
    Suspect last = Suspect.of(MANY.get(MANY.size() - 1), null, Set.of()).asItself();
    WalkBudget budget = WalkBudget.millis(20_000, () -> false);
    new Walker(OwnerWalkBoundsTest.class).walk(List.of(last), budget);
    assertThat(last.path()).isNull();
    new Walker(OwnerWalkBoundsTest.class).walk(List.of(last), budget.allElements());
    assertThat(last.path().facts().path()).endsWith("OwnerWalkBoundsTest.MANY[*]");
  }

  @Test
  void loadsNoClass() throws Exception {
    CountingLoader loader = new CountingLoader();
    Class<?> lazy = Class.forName(LazyHolder.class.getName(), true, loader);
    Class.forName(Unlinked.class.getName(), false, loader);
    Walker walker = new Walker(ByteBuddyAgent.install().getAllLoadedClasses());
    int before = loader.asked.get();
    Suspect suspect = walker.find(lazy.getDeclaredMethod("items").invoke(null));
    assertThat(suspect.path().facts().path())
        .isEqualTo("static " + LazyHolder.class.getName() + ".ITEMS");
    assertThat(loader.asked.get() - before).isZero();
  }

  private static WalkReport walkOverMany(WalkBudget budget) {
    MANY.clear();
    for (int i = 0; i < 5_000; i++) {
      MANY.add(new Object[] {new ArrayList<>(), null});
    }
    Suspect nobody = Suspect.of(new ArrayList<>(), null, Set.of());
    return new Walker(OwnerWalkBoundsTest.class).walk(List.of(nobody), budget);
  }

  /** Has fields of types that nobody has asked for yet. */
  public static final class LazyHolder {
    static final List<Object> ITEMS = new ArrayList<>();
    static Unasked one;
    Unasked another;

    private LazyHolder() {}

    /** What is sought. */
    public static Object items() {
      return ITEMS;
    }
  }

  /** Loaded, but never linked. */
  public static final class Unlinked {
    static Unasked field;

    private Unlinked() {}
  }

  /** Never loaded by the counting loader. */
  public static final class Unasked {
    private Unasked() {}
  }

  /** Defines the nested classes of this test itself, and counts how often it is asked. */
  private static final class CountingLoader extends ClassLoader {
    final AtomicInteger asked = new AtomicInteger();

    CountingLoader() {
      super(OwnerWalkBoundsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.incrementAndGet();
      if (!name.startsWith(OwnerWalkBoundsTest.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
