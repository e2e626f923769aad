package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class ClassFactsTest {
  private final FieldNames names = new FieldNames();
  private final ClassFacts facts =
      new ClassFacts(
          () -> new Class<?>[] {Node.class, Leaf.class, Weak.class, Failure.class, String.class},
          new FieldLayouts(Heap.open(), names));

  static class Node {
    Node next;
  }

  static final class Leaf extends Node {
    String text = "leaf";
  }

  static final class Weak extends WeakReference<Object> {
    Weak() {
      super(null);
    }
  }

  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void whatHoldsItsOwnKindCanFormAChain() throws IOException {
    learn(new Leaf(), new Weak(), new Failure());
    assertThat(facts.isLinked(Node.class.getName())).isTrue();
    assertThat(facts.isLinked(Leaf.class.getName())).as("a subclass").isTrue();
    assertThat(facts.isLinked(String.class.getName())).isFalse();
  }

  @Test
  void theBaseClassesOfTheJdkDoNotCount() throws IOException {
    learn(new Leaf(), new Weak(), new Failure());
    assertThat(facts.isLinked(Weak.class.getName())).as("Reference.next").isFalse();
    assertThat(facts.isLinked(Failure.class.getName())).as("Throwable.cause").isFalse();
  }

  @Test
  void namesTheSourceFile() throws IOException {
    learn(new Leaf());
    assertThat(facts.fileOf(Leaf.class.getName())).isEqualTo("ClassFactsTest.java");
    assertThat(facts.fileOf(String.class.getName())).isEqualTo("String.java");
    assertThat(SourceFiles.of(ConcurrentLinkedQueue.class)).isEqualTo("ConcurrentLinkedQueue.java");
  }

  @Test
  void whatIsNotLoadedIsNotKnown() {
    facts.learn(Set.of("com.app.Missing"));
    assertThat(facts.fileOf("com.app.Missing")).isNull();
    assertThat(facts.isLinked("com.app.Missing")).isFalse();
  }

  private void learn(Object... objects) throws IOException {
    names.record(Node.class.getClassLoader(), bytes(Node.class));
    for (Object object : objects) {
      names.record(object.getClass().getClassLoader(), bytes(object.getClass()));
    }
    facts.learn(
        Set.of(
            Node.class.getName(),
            Leaf.class.getName(),
            Weak.class.getName(),
            Failure.class.getName(),
            String.class.getName()));
  }

  private static ClassReader bytes(Class<?> c) throws IOException {
    try (InputStream in = c.getResourceAsStream(c.getName().replaceAll(".*\\.", "") + ".class")) {
      return new ClassReader(in);
    }
  }
}
