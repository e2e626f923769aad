package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether something has ended is read from fields that the JDK that runs the test has. */
class InstanceReaderTest {
  private final Heap heap = Heap.open();

  @TempDir Path folder;

  static Iterable<Followed> rows() {
    return InstanceTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  @EnabledOnOs(OS.LINUX) // one class is the Unix one
  void theFieldsThatTellExist(Followed row) {
    assertThat(new InstanceReader(heap, row).blind()).isFalse();
  }

  @Test
  void aThreadEndsWithItsRun() throws InterruptedException {
    InstanceReader reader = reader("java.lang.Thread");
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = new Worker(end);
    thread.start();

    assertThat(reader.ended(thread)).isFalse();
    assertThat(reader.typeOf(thread, method(reader, 0))).isEqualTo(Worker.class.getTypeName());
    end.countDown();
    thread.join();
    assertThat(reader.ended(thread)).isTrue();
  }

  @Test
  void aBufferKnowsItsBytesAndMappedOnesHaveTheirName() {
    InstanceReader reader = reader("java.nio.DirectByteBuffer");
    ByteBuffer buffer = ByteBuffer.allocateDirect(4711);

    assertThat(reader.bytesOf(buffer)).isEqualTo(4711);
    assertThat(reader.ended(buffer)).isFalse();
    assertThat(reader.typeOf(buffer, method(reader, 0))).isEqualTo("java.nio.DirectByteBuffer");
    assertThat(reader.typeOf(buffer, method(reader, 1))).isEqualTo("java.nio.MappedByteBuffer");
  }

  @Test
  void aFileIsKnownByItsStreamAndEndsWhenThatIsClosed() throws IOException {
    InstanceReader reader = reader("java.io.FileCleanable");
    InputStream in = new FileInputStream(file().toFile());
    FileDescriptor descriptor = ((FileInputStream) in).getFD();

    assertThat(reader.typeOf(descriptor, method(reader, 0))).isEqualTo("java.io.FileInputStream");
    assertThat(reader.heldAs(descriptor)).isSameAs(in);
    assertThat(reader.ended(descriptor)).isFalse();
    in.close();
    assertThat(reader.ended(descriptor)).isTrue();
  }

  @Test
  void aChannelHasItsPublicNameAndThatOfAStreamIsPassedOver() throws IOException {
    InstanceReader reader = reader("java.nio.channels.spi.AbstractInterruptibleChannel");
    FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ);
    try (SocketChannel socket = SocketChannel.open();
        FileInputStream in = new FileInputStream(file().toFile())) {
      assertThat(reader.typeOf(socket, method(reader, 0)))
          .isEqualTo("java.nio.channels.SocketChannel");
      assertThat(reader.passesOver(channel)).isFalse();
      assertThat(reader.passesOver(in.getChannel())).isTrue();
    }
    assertThat(reader.ended(channel)).isFalse();
    channel.close();
    assertThat(reader.ended(channel)).isTrue();
  }

  @Test
  void aCompressorEndsWhenItIsTold() {
    Inflater inflater = new Inflater();
    Deflater deflater = new Deflater();
    InstanceReader in = reader("java.util.zip.Inflater");
    InstanceReader out = reader("java.util.zip.Deflater");

    assertThat(in.ended(inflater)).isFalse();
    assertThat(out.ended(deflater)).isFalse();
    inflater.end();
    deflater.end();
    assertThat(in.ended(inflater)).isTrue();
    assertThat(out.ended(deflater)).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryEndsWhenItIsClosed() throws Exception {
    InstanceReader reader = reader("sun.nio.fs.UnixDirectoryStream");
    Object stream;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
      stream = inner(open);
      assertThat(reader.ended(stream)).isFalse();
    }
    assertThat(reader.ended(stream)).isTrue();
  }

  /** A directory that can be read securely comes in a wrapper. */
  private Object inner(DirectoryStream<Path> stream) {
    long wrapped = heap.offset(stream.getClass(), "ds");
    return wrapped < 0 ? stream : heap.reference(stream, wrapped);
  }

  @Test
  void aClassLoaderEndsOnlyByTheCollector() throws IOException {
    InstanceReader reader = reader("java.lang.ClassLoader");
    try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
      assertThat(reader.ended(loader)).isFalse();
      assertThat(reader.passesOver(loader)).isFalse();
      assertThat(reader.typeOf(loader, method(reader, 0))).isEqualTo("java.net.URLClassLoader");
    }
  }

  @Test
  void whatACleanerKnowsEndsByTheCollectorAndIsPassedOverWhereItIsOfTheJdk() {
    InstanceReader reader = reader("jdk.internal.ref.CleanerImpl$PhantomCleanableRef");

    assertThat(reader.ended(this)).isFalse();
    assertThat(reader.passesOver(this)).isFalse();
    assertThat(reader.passesOver(new Inflater())).isTrue();
    assertThat(reader.typeOf(this, method(reader, 0))).isEqualTo(getClass().getTypeName());
  }

  private InstanceReader reader(String className) {
    for (Followed row : InstanceTable.rows()) {
      if (row.className().equals(className)) {
        return new InstanceReader(heap, row);
      }
    }
    throw new AssertionError(className);
  }

  private static MakingMethod method(InstanceReader reader, int index) {
    return reader.row().methods().get(index);
  }

  private Path file() throws IOException {
    return Files.createTempFile(folder, "a", ".txt");
  }

  private static final class Worker extends Thread {
    private final CountDownLatch end;

    Worker(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public void run() {
      try {
        end.await();
      } catch (InterruptedException e) {
        interrupt();
      }
    }
  }
}
