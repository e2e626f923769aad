package dev.heapdrift.agent.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link LoaderKey}. */
class LoaderKeyTest {
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final Map<Object, LoaderKey> keys = new HashMap<>();

  @Test
  void aLoaderIsFoundByIdentityAndNothingOfItIsCalled() {
    ClassLoader one = new Hostile();
    ClassLoader other = new Hostile();
    LoaderKey key = add(one);
    assertThat(keys.get(LoaderKey.probe(one))).isSameAs(key);
    assertThat(keys.get(LoaderKey.probe(other))).isNull();
    assertThat(keys.putIfAbsent(new LoaderKey(one, unloaded), key)).isSameAs(key);
  }

  @Test
  void theBootstrapLoaderHasAKey() {
    LoaderKey key = add(null);
    assertThat(keys.get(LoaderKey.probe(null))).isSameAs(key);
    assertThat(new LoaderKey(null, unloaded)).isEqualTo(key);
    assertThat(add(new Hostile())).isNotEqualTo(key);
  }

  @Test
  void theKeyOfALoaderThatHasGoneIsStillItself() {
    LoaderKey key = add(new Hostile());
    key.clear();
    assertThat(keys.remove(key)).isSameAs(key);
    assertThat(add(null)).isNotEqualTo(key);
  }

  private LoaderKey add(ClassLoader loader) {
    LoaderKey key = new LoaderKey(loader, unloaded);
    keys.put(key, key);
    return key;
  }

  private static final class Hostile extends ClassLoader {
    @Override
    public int hashCode() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
      throw new UnsupportedOperationException();
    }
  }
}
