package dev.heapdrift.snapshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Whatever is wrong with a file, the reader says so in one line with the byte, and quickly. */
class SnapshotDamageTest {
  private static final byte[] SAMPLE = Snapshots.bytes(Snapshots.sample());
  private static final byte[] LARGE = Snapshots.bytes(Snapshots.large(2000));

  @Example
  void everyFlippedByteIsNoticed() {
    for (int at = 0; at < SAMPLE.length; at++) {
      for (int mask : new int[] {1, 0x80, 0xFF}) {
        byte[] damaged = SAMPLE.clone();
        damaged[at] ^= (byte) mask;
        assertThat(problem(damaged)).as("byte %s", at).isNotNull();
      }
    }
  }

  @Example
  void everyTruncationIsNoticedAndSaysWhereTheFileEnds() {
    for (int length = 0; length < SAMPLE.length; length++) {
      SnapshotFormatException problem = problem(Arrays.copyOf(SAMPLE, length));
      assertThat(problem).as("length %s", length).isNotNull();
      assertThat(problem.offset()).as("length %s", length).isLessThanOrEqualTo(length);
    }
  }

  @Property(tries = 200)
  void aFlippedByteInALargeFileIsNoticed(
      @ForAll @IntRange(min = 0, max = 1 << 30) int position,
      @ForAll @IntRange(min = 1, max = 255) int mask) {
    byte[] damaged = LARGE.clone();
    damaged[position % LARGE.length] ^= (byte) mask;
    assertThat(problem(damaged)).isNotNull();
  }

  @Property(tries = 200)
  void whatPrecedesATruncationIsStillReadable(
      @ForAll @IntRange(min = 0, max = 1 << 30) int position) {
    Reading reading = salvage(Arrays.copyOf(LARGE, position % LARGE.length));
    assertThat(reading.problem()).isPresent();
    Snapshot whole = Snapshots.large(2000);
    reading
        .snapshot()
        .ifPresent(
            part -> {
              assertThat(part.jvm()).isEqualTo(whole.jvm());
              int containers = part.containers().size();
              assertThat(part.containers()).isEqualTo(whole.containers().subList(0, containers));
            });
  }

  @Example
  void aFileCutInItsLastBlockKeepsNearlyAllContainers() {
    Reading reading = salvage(Arrays.copyOf(LARGE, LARGE.length - 30));
    assertThat(reading.snapshot().orElseThrow().containers()).hasSizeGreaterThan(1000);
  }

  @Property(tries = 500)
  void anyPayloadUnderAValidChecksumIsHarmless(
      @ForAll @IntRange(min = 1, max = 19) int id, @ForAll @Size(max = 60) byte[] noise) {
    ByteSink payload = new ByteSink();
    payload.raw(noise, noise.length);
    problem(behindFacts(blocks -> block(blocks, id, payload)));
  }

  @Example
  void hostileCountsAllocateNothing() {
    assertThat(problem(behindFacts(blocks -> blockOf(blocks, SnapshotFormat.STRINGS, 1L << 31))))
        .hasMessageContaining("a count is larger than what is left of its block at byte");
    assertThat(problem(behindFacts(blocks -> blockOf(blocks, SnapshotFormat.CONTAINERS, -1))))
        .hasMessageContaining("a count is larger");
    byte[] length = Arrays.copyOf(SAMPLE, SnapshotFormat.HEADER_BYTES + 6);
    Arrays.fill(length, SnapshotFormat.HEADER_BYTES + 2, length.length, (byte) 0xFF);
    assertThat(problem(length)).hasMessage("a block claims 4294967295 bytes at byte 12");
  }

  /** A tree of n nodes holds n stacks of n frames: 4 bytes would become a megabyte. */
  @Example
  void aTreeThatUnfoldsWithoutBoundIsRefused() {
    ByteSink frames = new ByteSink();
    frames.varint(1);
    frames.varint(1);
    frames.varint(1);
    frames.varint(0);
    frames.zigzag(1);
    ByteSink nodes = new ByteSink();
    nodes.varint(SnapshotFormat.MAX_STACK_DEPTH);
    for (int i = 0; i < SnapshotFormat.MAX_STACK_DEPTH; i++) {
      nodes.varint(i);
      nodes.varint(1);
    }
    ByteSink stacks = new ByteSink();
    stacks.varint(1 << 20);
    for (int i = 0; i < 1 << 20; i++) {
      stacks.varint(SnapshotFormat.MAX_STACK_DEPTH);
    }
    byte[] bomb =
        behindFacts(
            blocks -> {
              block(blocks, SnapshotFormat.FRAMES, frames);
              block(blocks, SnapshotFormat.STACK_NODES, nodes);
              block(blocks, SnapshotFormat.STACKS, stacks);
            });
    assertThat(problem(bomb)).hasMessageContaining("the stacks have too many frames");
  }

  @Example
  void tracesWithoutTheirTracerAreRefused() {
    assertThat(problem(behindFacts(blocks -> blockOf(blocks, SnapshotFormat.ALLOCATION_TRACES, 0))))
        .hasMessageContaining("allocation traces without the facts of their tracer at byte");
  }

  @Example
  void aFileCutInItsTracesKeepsThoseBefore() {
    byte[] bytes = Snapshots.bytes(Snapshots.traced(20_000));
    Reading reading = salvage(Arrays.copyOf(bytes, bytes.length - 30));
    assertThat(reading.problem()).isPresent();
    assertThat(reading.snapshot().orElseThrow().allocations().traces())
        .hasSizeGreaterThan(10_000)
        .isEqualTo(
            Snapshots.traced(reading.snapshot().get().allocations().traces().size())
                .allocations()
                .traces());
  }

  /** What a later version appends to an item is skipped, with the item's length. */
  @Example
  void whatFollowsTheLastKnownFieldIsSkipped() throws IOException {
    ByteSink payload = new ByteSink();
    facts(payload, 2);
    facts(payload, 7, 0, 1, 0, 2, 4, 1, 42);
    facts(payload, 6, 0, 1, 0, 2, 4, 1);
    byte[] bytes = behindFacts(blocks -> block(blocks, SnapshotFormat.SURVIVORS, payload));
    assertThat(SnapshotReader.read(new ByteArrayInputStream(bytes)).survivors())
        .hasSize(2)
        .containsOnly(new Survivor(-1, "x", 0, 1, 2, true));
  }

  @Example
  void unknownBlocksAreSkipped() throws IOException {
    ByteSink payload = new ByteSink();
    payload.u64(42);
    byte[] bytes = behindFacts(blocks -> block(blocks, 77, payload));
    assertThat(SnapshotReader.read(new ByteArrayInputStream(bytes)).jvm().vmName()).isEqualTo("x");
  }

  @Example
  void whatIsNoSnapshotIsNamed() {
    assertThat(problem(new byte[0])).hasMessage("the file is empty at byte 0");
    assertThat(problem("hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasMessage("not a heapdrift snapshot at byte 0");
    assertThat(problem(Arrays.copyOf(SAMPLE, 5)))
        .hasMessage("the file ends inside its header at byte 5");
    byte[] newer = SAMPLE.clone();
    newer[9] = 2;
    assertThat(problem(newer))
        .hasMessage("format version 2 is newer than 1, which this heapdrift reads at byte 8");
    assertThat(problem(Arrays.copyOf(SAMPLE, SAMPLE.length + 1)))
        .hasMessage("data after the trailer at byte " + SAMPLE.length);
  }

  private static byte[] behindFacts(Consumer<BlockWriter> more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BlockWriter blocks = new BlockWriter(out);
      ByteSink payload = new ByteSink();
      payload.varint(1);
      payload.varint(1);
      payload.u8('x');
      blocks.block(SnapshotFormat.STRINGS, payload);
      facts(payload, 1, 0, 1, 1, 1, 0, 0);
      blocks.block(SnapshotFormat.JVM, payload);
      facts(payload, 0, 0, 0, 0, 0, 0);
      blocks.block(SnapshotFormat.CAPTURE, payload);
      facts(payload, 1, 1, 0, 0);
      blocks.block(SnapshotFormat.AGENT, payload);
      more.accept(blocks);
      blocks.trailer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void facts(ByteSink payload, int... values) {
    for (int value : values) {
      payload.varint(value);
    }
  }

  private static void blockOf(BlockWriter blocks, int id, long number) {
    ByteSink payload = new ByteSink();
    payload.varint(number);
    block(blocks, id, payload);
  }

  private static void block(BlockWriter blocks, int id, ByteSink payload) {
    try {
      blocks.block(id, payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SnapshotFormatException problem(byte[] file) {
    return salvage(file).problem().orElse(null);
  }

  private static Reading salvage(byte[] file) {
    return Assertions.assertTimeout(
        Duration.ofMinutes(1),
        () -> SnapshotReader.salvage(new ByteArrayInputStream(file), new NamePool()));
  }
}
