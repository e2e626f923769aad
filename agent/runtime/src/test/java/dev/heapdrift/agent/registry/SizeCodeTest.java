package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SizeCodeTest {
  private static final long LARGEST = 4_000_000_000_000L;

  @Property
  void isExactForSmallSizes(@ForAll @LongRange(min = 0, max = 4095) long size) {
    assertThat(SizeCode.decode(SizeCode.encode(size))).isEqualTo(size);
  }

  @Property
  void isWithinOnePartInFourThousandForAllOthers(
      @ForAll @LongRange(min = 4096, max = LARGEST) long size) {
    long decoded = SizeCode.decode(SizeCode.encode(size));
    assertThat(Math.abs(decoded - size)).isLessThanOrEqualTo(size / 4096);
  }

  @Property
  void keepsTheOrderOfSizes(
      @ForAll @LongRange(min = 0, max = LARGEST) long one,
      @ForAll @LongRange(min = 0, max = LARGEST) long other) {
    long smaller = Math.min(one, other);
    long larger = Math.max(one, other);
    assertThat(SizeCode.encode(smaller)).isLessThanOrEqualTo(SizeCode.encode(larger));
  }

  @Property
  void doesNotDriftWhenCodedAgain(@ForAll char code) {
    if (code != SizeCode.ABSENT) {
      assertThat(SizeCode.encode(SizeCode.decode(code))).isEqualTo(code);
    }
  }

  @Example
  void hasACodeForEveryLong() {
    assertThat(SizeCode.encode(0)).isNotEqualTo(SizeCode.ABSENT);
    assertThat(SizeCode.encode(Long.MAX_VALUE)).isEqualTo((char) 0xffff);
  }
}
