package dev.heapdrift.agent.heap;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The names and types of the fields of application classes, taken from their bytes as they load.
 *
 * <p>{@link Class#getDeclaredFields} would load the types of the fields through the application's
 * class loader, which changes when and whether its classes load; so the agent remembers. Kept are
 * fields that hold references and instance fields of type int and long; constants of type String
 * are not. Bounded by {@link #MAX_BYTES}, weak by loader.
 *
 * <p>{@link #record} may be called from any thread, inside the door's guard; it takes one private
 * lock and calls no code of the application.
 */
public final class FieldNames {
  /** Memory for all names in bytes; room for some 25,000 classes. */
  static final int MAX_BYTES = 4 << 20;

  /** Distinct field types remembered; a field of any further type counts as an Object. */
  static final int MAX_TYPES = 16_384;

  /** Name under which dropped classes are counted; a fixed bound. */
  public static final String BOUND = "field-names";

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String OBJECTS = "[Ljava/lang/Object;";

  private final ConcurrentHashMap<Object, Loader> loaders = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final ConcurrentHashMap<String, Integer> types = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, String> descriptors = new ConcurrentHashMap<>();
  private final AtomicInteger nextType = new AtomicInteger();
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /** Creates an empty memory. */
  public FieldNames() {
    for (String always :
        List.of(OBJECT, OBJECTS, "I", "J", "[I", "[J", "[D", "[B", "[C", "[F", "[S", "[Z")) {
      typeOf(always);
    }
  }

  /** A remembered field. */
  record Recorded(String name, String descriptor, boolean isStatic) {}

  /**
   * Remembers the fields of a class that is being defined or retransformed.
   *
   * @param loader its defining loader, null for the bootstrap loader
   * @param reader its bytes
   */
  public void record(ClassLoader loader, ClassReader reader) {
    forgetUnloaded();
    if (used.get() >= MAX_BYTES) {
      dropped.incrementAndGet();
      return;
    }
    List<NamePool.Named> fields = fieldsOf(reader);
    used.addAndGet(poolOf(loader).put(reader.getClassName(), fields));
  }

  /** Classes whose fields were not remembered for want of room. */
  public long dropped() {
    return dropped.get();
  }

  /** Memory taken by the names of live loaders, in bytes. */
  public long usedBytes() {
    return used.get();
  }

  /** The fields that a class declares, or null when they are not known for certain. */
  List<Recorded> of(Class<?> c) {
    Loader loader = loaders.get(LoaderKey.probe(c.getClassLoader()));
    List<NamePool.Named> fields = loader == null ? null : loader.pool.get(c.getName());
    if (fields == null) {
      return null;
    }
    List<Recorded> recorded = new ArrayList<>(fields.size());
    for (NamePool.Named field : fields) {
      recorded.add(new Recorded(field.name(), descriptors.get(field.type()), field.isStatic()));
    }
    return recorded;
  }

  /** Walks the field section by hand: a visitor would parse every method on the way. */
  private List<NamePool.Named> fieldsOf(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    int at = reader.header + 6;
    at += 2 + 2 * reader.readUnsignedShort(at);
    int count = reader.readUnsignedShort(at);
    at += 2;
    List<NamePool.Named> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      boolean isStatic = (reader.readUnsignedShort(at) & Opcodes.ACC_STATIC) != 0;
      String name = reader.readUTF8(at + 2, buffer);
      String descriptor = reader.readUTF8(at + 4, buffer);
      if (!seen.add(name)) {
        fields.removeIf(field -> field.name().equals(name)); // legal, and ambiguous by name
      } else if (worthKeeping(descriptor, isStatic)) {
        fields.add(new NamePool.Named(name, typeOf(descriptor), isStatic));
      }
      at = afterAttributes(reader, at + 6);
    }
    return fields;
  }

  private static int afterAttributes(ClassReader reader, int start) {
    int at = start + 2;
    for (int left = reader.readUnsignedShort(start); left > 0; left--) {
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  private static boolean worthKeeping(String descriptor, boolean isStatic) {
    return switch (descriptor.charAt(0)) {
      case 'L' -> !isStatic || !descriptor.equals("Ljava/lang/String;");
      case '[' -> true;
      case 'I', 'J' -> !isStatic;
      default -> false;
    };
  }

  private int typeOf(String descriptor) {
    Integer known = types.get(descriptor);
    if (known != null) {
      return known;
    }
    if (nextType.get() >= MAX_TYPES) {
      return types.get(descriptor.charAt(0) == '[' ? OBJECTS : OBJECT);
    }
    return types.computeIfAbsent(
        descriptor,
        d -> {
          int type = nextType.getAndIncrement();
          descriptors.put(type, d);
          return type;
        });
  }

  private NamePool poolOf(ClassLoader loader) {
    Loader known = loaders.get(LoaderKey.probe(loader));
    if (known != null) {
      return known.pool;
    }
    Loader fresh = new Loader(loader, unloaded);
    Loader raced = loaders.putIfAbsent(fresh, fresh);
    if (raced != null) {
      return raced.pool;
    }
    used.addAndGet(fresh.pool.footprint());
    return fresh.pool;
  }

  private void forgetUnloaded() {
    for (Object gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
      Loader loader = (Loader) gone;
      if (loaders.remove(loader) != null) {
        used.addAndGet(-loader.pool.footprint());
      }
    }
  }

  private static final class Loader extends LoaderKey {
    final NamePool pool = new NamePool();

    Loader(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
    }
  }
}
