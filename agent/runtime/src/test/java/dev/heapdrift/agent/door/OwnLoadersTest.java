package dev.heapdrift.agent.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnLoadersTest {
  private static final ClassLoader OURS = OwnLoadersTest.class.getClassLoader();

  @Test
  void areTheAgentsAndThoseThatItMakes() {
    OwnLoaders own = new OwnLoaders(OURS);
    assertThat(own.have(OURS)).isTrue();
    assertThat(own.have(new ClassLoader(null) {})).isTrue();
  }

  @Test
  void areNoneOfTheJdkNorOfTheApplication() {
    OwnLoaders own = new OwnLoaders(new ClassLoader(null) {});
    assertThat(own.have(null)).isFalse();
    assertThat(own.have(ClassLoader.getPlatformClassLoader())).isFalse();
    assertThat(own.have(OURS)).isFalse();
    assertThat(new OwnLoaders(null).have(ClassLoader.getSystemClassLoader())).isFalse();
  }
}
