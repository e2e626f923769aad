package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hooks come and go in classes that are loaded and running. */
class AllocationHooksTest {
  private final Recorded recorded = new Recorded();
  private final OnlyFixtures jvm =
      new OnlyFixtures(Arrays.class, Strings.class, Uninitialized.class);
  private final AllocationTransformer transformer =
      new AllocationTransformer(recorded.sites, name -> true, loader -> true, null);
  private final AllocationHooks hooks = install();

  private AllocationHooks install() {
    Arrays.make(); // loaded before the hooks come
    Strings.make();
    return AllocationHooks.install(
        jvm.instrumentation(), recorded.sites, transformer, c -> c != Uninitialized.class);
  }

  @AfterEach
  void takeEverythingBack() {
    hooks.close();
    recorded.close();
  }

  @Test
  void aClassLoadedBeforeIsHookedByAStep() {
    assertThat(made()).isEmpty();

    assertThat(hooks.step()).isFalse();

    assertThat(made()).contains("int[]", "long[]", "java.lang.StringBuilder");
    assertThat(hooks.hooked()).isEqualTo(2);
    assertThat(jvm.retransformed()).isEqualTo(2);
  }

  @Test
  void aRetiredSiteIsSilentUntilItIsRevived() {
    hooks.all();
    BitSet retired = new BitSet();
    retired.set(site("int[]"));

    hooks.set(retired);
    assertThat(made()).as("before the step").contains("int[]");
    assertThat(hooks.step()).isFalse();
    assertThat(made()).contains("long[]").doesNotContain("int[]");

    hooks.set(new BitSet());
    hooks.all();
    assertThat(made()).contains("int[]", "long[]");
  }

  @Test
  void onlyClassesWithAChangeAreRetransformed() {
    hooks.all();
    int before = jvm.retransformed();
    BitSet retired = new BitSet();
    retired.set(site("int[]"));

    hooks.set(retired);
    hooks.set(retired);
    hooks.all();
    hooks.all();

    assertThat(jvm.retransformed()).isEqualTo(before + 1);
  }

  @Test
  void theSetMayChangeAfterwards() {
    hooks.all();
    BitSet retired = new BitSet();
    retired.set(site("int[]"));
    hooks.set(retired);
    retired.clear();

    hooks.all();

    assertThat(made()).doesNotContain("int[]");
  }

  @Test
  void aBuilderOfStringsIsNeverRetired() {
    hooks.all();
    BitSet retired = new BitSet();
    retired.set(site("java.lang.StringBuilder"));

    hooks.set(retired);
    hooks.all();

    assertThat(made()).contains("java.lang.StringBuilder");
  }

  @Test
  void closingTakesAllHooksOut() {
    hooks.all();

    hooks.close();

    assertThat(made()).isEmpty();
    assertThat(jvm.transformers()).isZero();
  }

  @Test
  void aSiteKeepsItsNumber() {
    hooks.all();
    int sites = recorded.sites.size();
    hooks.close();

    try (AllocationHooks again =
        AllocationHooks.install(
            jvm.instrumentation(), recorded.sites, transformer, c -> c != Uninitialized.class)) {
      again.all();

      assertThat(made()).contains("int[]");
      assertThat(recorded.sites.size()).isEqualTo(sites);
    }
  }

  private Iterable<String> made() {
    recorded.take();
    Arrays.make();
    Strings.make();
    return recorded.takeTypes();
  }

  private int site(String type) {
    for (int number = 1; number < recorded.sites.size(); number++) {
      if (type.equals(recorded.sites.get(number).type())) {
        return number;
      }
    }
    throw new AssertionError("no site makes " + type);
  }

  static final class Arrays {
    static Object[] kept = new Object[2];

    private Arrays() {}

    static void make() {
      kept[0] = new int[1];
      kept[1] = new long[1];
    }
  }

  static final class Strings {
    static Object kept;

    private Strings() {}

    @SuppressWarnings("UnnecessaryStringBuilder") // it is what the test is about
    static void make() {
      kept = new StringBuilder(2);
    }
  }

  static final class Uninitialized {
    static Object kept = new Object();

    private Uninitialized() {}
  }
}
