package dev.heapdrift.agent.instances;

import static dev.heapdrift.agent.instances.Followed.row;
import static dev.heapdrift.snapshot.InstanceFacts.Kind.CLASS_LOADER;
import static dev.heapdrift.snapshot.InstanceFacts.Kind.CLEANABLE;
import static dev.heapdrift.snapshot.InstanceFacts.Kind.DIRECT_BUFFER;
import static dev.heapdrift.snapshot.InstanceFacts.Kind.RESOURCE;
import static dev.heapdrift.snapshot.InstanceFacts.Kind.THREAD;

import dev.heapdrift.agent.growth.HookedClass;
import dev.heapdrift.agent.instances.Ending.Sign;
import java.util.List;

/**
 * The closed list of places in the JDK that make or start what is followed; the same on JDK 17 and
 * 25 but for some descriptors. Each runs rarely: making a thread, a mapping or a file handle costs
 * far more than the hook. Virtual threads, which override {@code start}, are not followed.
 */
public final class InstanceTable {
  private static final String BUFFER = "java.nio.DirectByteBuffer";
  private static final String CHANNEL = "java.nio.channels.spi.AbstractInterruptibleChannel";
  private static final String DIRECTORY = "sun.nio.fs.UnixDirectoryStream";
  private static final String INFLATER = "java.util.zip.Inflater";
  private static final String DEFLATER = "java.util.zip.Deflater";
  private static final String FILE = "java.io.FileDescriptor";
  private static final String SOCKET = "sun.nio.ch.NioSocketImpl";

  private static final List<Followed> ROWS =
      List.of(
          row(
              "java.lang.Thread",
              THREAD,
              Ending.when(Sign.ZERO, new JdkField("java.lang.Thread", "eetop")),
              new MakingMethod(
                  0, "start", List.of("()V", "(Ljdk/internal/vm/ThreadContainer;)V"), null)),
          row(
              "java.lang.ClassLoader",
              CLASS_LOADER,
              Ending.COLLECTED,
              constructor(1, "(Ljava/lang/Void;Ljava/lang/String;Ljava/lang/ClassLoader;)V")),
          row(
                  BUFFER,
                  DIRECT_BUFFER,
                  Ending.when(
                      Sign.ITSELF,
                      new JdkField(BUFFER, "cleaner"),
                      new JdkField("jdk.internal.ref.Cleaner", "next")),
                  constructor(2, "(I)V"),
                  new MakingMethod(
                      3,
                      "<init>",
                      List.of(
                          "(IJLjava/io/FileDescriptor;Ljava/lang/Runnable;Z"
                              + "Ljdk/internal/access/foreign/MemorySegmentProxy;)V",
                          "(IJLjava/io/FileDescriptor;Ljava/lang/Runnable;Z"
                              + "Ljava/lang/foreign/MemorySegment;)V"),
                      "java.nio.MappedByteBuffer"))
              .ofBytes(new JdkField("java.nio.Buffer", "capacity")),
          // Called by file streams once the file is open; its argument knows its stream.
          row(
                  "java.io.FileCleanable",
                  RESOURCE,
                  Ending.when(Sign.MINUS_ONE, new JdkField(FILE, "fd")),
                  new MakingMethod(4, "register", List.of("(Ljava/io/FileDescriptor;)V"), null))
              .calledAfter(new JdkField(FILE, "parent")),
          // Files, sockets, pipes: all channels, but for those of file streams.
          row(
                  CHANNEL,
                  RESOURCE,
                  Ending.when(Sign.TRUE, new JdkField(CHANNEL, "closed")),
                  constructor(5, "()V"))
              .unlessOf(new JdkField("sun.nio.ch.FileChannelImpl", "parent")),
          row(
              SOCKET,
              RESOURCE,
              Ending.when(Sign.CLOSING, new JdkField(SOCKET, "state")),
              constructor(6, "(Z)V")),
          row(
              INFLATER,
              RESOURCE,
              Ending.when(
                  Sign.ZERO,
                  new JdkField(INFLATER, "zsRef"),
                  new JdkField(INFLATER + "$InflaterZStreamRef", "address")),
              constructor(7, "(Z)V")),
          row(
              DEFLATER,
              RESOURCE,
              Ending.when(
                  Sign.ZERO,
                  new JdkField(DEFLATER, "zsRef"),
                  new JdkField(DEFLATER + "$DeflaterZStreamRef", "address")),
              constructor(8, "(IZ)V")),
          row(
              DIRECTORY,
              RESOURCE,
              Ending.when(Sign.TRUE, new JdkField(DIRECTORY, "isClosed")),
              new MakingMethod(
                  9,
                  "<init>",
                  List.of("(Lsun/nio/fs/UnixPath;JLjava/nio/file/DirectoryStream$Filter;)V"),
                  "java.nio.file.DirectoryStream")),
          // Called by Cleaner.register alone; its first argument is what is to be cleaned up after.
          row(
              "jdk.internal.ref.CleanerImpl$PhantomCleanableRef",
              CLEANABLE,
              Ending.COLLECTED,
              new MakingMethod(
                  10,
                  1,
                  "<init>",
                  List.of("(Ljava/lang/Object;Ljava/lang/ref/Cleaner;Ljava/lang/Runnable;)V"),
                  null)));

  private InstanceTable() {}

  /** All rows, to be hooked; never changes. */
  public static List<? extends HookedClass> hooks() {
    return ROWS;
  }

  static List<Followed> rows() {
    return ROWS;
  }

  private static MakingMethod constructor(int place, String descriptor) {
    return new MakingMethod(place, "<init>", List.of(descriptor), null);
  }
}
