package dev.heapdrift.agent.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.FieldNames.Recorded;
import dev.heapdrift.agent.testkit.Await;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class FieldNamesTest {
  private final FieldNames names = new FieldNames();

  @Test
  void leavesOutConstantsAndNumbersThatNobodyReads() throws Exception {
    LoadSpy loader = new LoadSpy(names, Shapes.Sample.class, Shapes.Base.class);
    Class<?> sample = loader.initialised(Shapes.Sample.class);
    assertThat(names.of(sample))
        .extracting(Recorded::name)
        .doesNotContain("CONSTANT", "sharedCount", "ratio")
        .contains("shared", "own", "count");
  }

  @Test
  void leavesOutANameThatIsDeclaredWithTwoTypes() throws Exception {
    byte[] bytes = classWith("Twice", "a:I", "both:I", "both:Ljava/lang/Object;", "z:[J");
    Class<?> twice = new Definer().define(bytes);
    names.record(twice.getClassLoader(), new ClassReader(bytes));
    assertThat(names.of(twice)).extracting(Recorded::name).containsExactly("a", "z");
  }

  @Test
  void trustsNoClassThatWasSeenWithTwoSetsOfFields() throws Exception {
    byte[] bytes = classWith("Changed", "a:I");
    Class<?> changed = new Definer().define(bytes);
    names.record(changed.getClassLoader(), new ClassReader(bytes));
    names.record(changed.getClassLoader(), new ClassReader(bytes));
    assertThat(names.of(changed)).hasSize(1);
    names.record(
        changed.getClassLoader(), new ClassReader(classWith("Changed", "a:Ljava/lang/Object;")));
    assertThat(names.of(changed)).isNull();
  }

  @Test
  void keepsLoadersApart() throws Exception {
    byte[] bytes = classWith("Same", "a:I");
    Class<?> known = new Definer().define(bytes);
    Class<?> other = new Definer().define(bytes);
    names.record(known.getClassLoader(), new ClassReader(bytes));
    assertThat(names.of(known)).hasSize(1);
    assertThat(names.of(other)).isNull();
  }

  @Test
  void keepsTenThousandClassesInTwoMegabytes() throws Exception {
    Definer loader = new Definer();
    byte[] last = null;
    for (int i = 0; i < 10_000; i++) {
      last = ordinaryClass(i);
      names.record(loader, new ClassReader(last));
    }
    assertThat(names.dropped()).isZero();
    assertThat(names.usedBytes()).isBetween(100_000L, 2_000_000L);
    assertThat(names.of(loader.define(last))).hasSize(8);
  }

  @Test
  void isBoundedAndCountsWhatItDrops() {
    Definer loader = new Definer();
    for (int i = 0; i < 60_000; i++) {
      names.record(loader, new ClassReader(ordinaryClass(i)));
    }
    assertThat(names.usedBytes()).isLessThan(2L * FieldNames.MAX_BYTES);
    assertThat(names.dropped()).isPositive();
  }

  @Test
  void forgetsTheClassesOfALoaderThatIsGone() throws Exception {
    recordIntoNewLoader();
    long full = names.usedBytes();
    byte[] next = classWith("Next", "a:I");
    Await.until(
        "the loader is gone",
        () -> {
          System.gc();
          names.record(getClass().getClassLoader(), new ClassReader(next));
          return names.usedBytes() < full / 2;
        });
  }

  private void recordIntoNewLoader() {
    Definer loader = new Definer();
    for (int i = 0; i < 100; i++) {
      names.record(loader, new ClassReader(ordinaryClass(i)));
    }
  }

  private static byte[] ordinaryClass(int number) {
    return classWith(
        "com/example/service/orders/Class" + number,
        "logger:Lorg/slf4j/Logger;",
        "repository:Lcom/example/service/orders/Repository" + number % 500 + ";",
        "name:Ljava/lang/String;",
        "children:Ljava/util/List;",
        "parent:Lcom/example/service/orders/Class" + number + ";",
        "count:I",
        "total:J",
        "cache:Ljava/util/Map;",
        "ratio:D");
  }

  private static byte[] classWith(String name, String... fields) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    for (String field : List.of(fields)) {
      int colon = field.indexOf(':');
      writer
          .visitField(
              Opcodes.ACC_PUBLIC, field.substring(0, colon), field.substring(colon + 1), null, null)
          .visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class Definer extends ClassLoader {
    Class<?> define(byte[] bytes) {
      return defineClass(null, bytes, 0, bytes.length);
    }

    @Override
    public int hashCode() {
      throw new AssertionError("the application's code was called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("the application's code was called");
    }
  }
}
