package dev.heapdrift.agent.heap;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of a class lie, found without loading or linking any class.
 *
 * <p>Reflection only for classes of the JDK's own loaders and for hidden classes, whose fields'
 * types are resolved already; for all others the names that {@link FieldNames} remembers. A class
 * that is not initialised has no fields here, nor has one whose fields are not known; the latter
 * are counted by {@link #skipped}.
 *
 * <p>Belongs to the agent's thread. What has been found is kept, classes strongly, until {@link
 * #clear}: call it at the end of every walk and of every reading of sizes.
 */
public final class FieldLayouts {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Heap heap;
  private final FieldNames names;
  private final Map<Class<?>, Layout> known = new HashMap<>();
  private int skipped;
  private int mostSkipped;

  /**
   * Creates an empty cache.
   *
   * @param heap finds the offsets
   * @param names the fields of application classes
   */
  public FieldLayouts(Heap heap, FieldNames names) {
    this.heap = heap;
    this.names = names;
  }

  /**
   * A field that holds a reference.
   *
   * @param declaring the class that declares it; the base to read a static field from
   * @param name its name
   * @param descriptor its type as in a class file; an Object where the type was not remembered
   * @param offset for {@link Heap#reference}
   */
  public record RefField(Class<?> declaring, String name, String descriptor, long offset) {}

  /**
   * An instance field of type int or long.
   *
   * @param declaring the class that declares it
   * @param name its name
   * @param isLong whether it is a long
   * @param offset for {@link Heap#intAt} or {@link Heap#longAt}
   */
  public record IntField(Class<?> declaring, String name, boolean isLong, long offset) {}

  /** Reference fields of an instance of {@code c}, its superclasses' last. */
  public List<RefField> instanceFields(Class<?> c) {
    return of(c).instance;
  }

  /** Static reference fields that {@code c} itself declares. */
  public List<RefField> staticFields(Class<?> c) {
    return of(c).statics;
  }

  /** Fields of type int and long of an instance of {@code c}, its superclasses' last. */
  public List<IntField> intFields(Class<?> c) {
    return of(c).ints;
  }

  /** Most classes between two {@link #clear}s whose fields were not known. */
  public int skipped() {
    return Math.max(skipped, mostSkipped);
  }

  /** Lets go of all classes. */
  public void clear() {
    known.clear();
    mostSkipped = skipped();
    skipped = 0;
  }

  private Layout of(Class<?> c) {
    Layout layout = known.get(c);
    if (layout == null) {
      if (c.isArray() || c.isPrimitive() || !heap.initialized(c)) {
        return Layout.NONE; // not kept: it may be initialised a moment later
      }
      layout = find(c);
      known.put(c, layout);
    }
    return layout;
  }

  private Layout find(Class<?> c) {
    Layout layout = new Layout(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<FieldNames.Recorded> fields = reflectable(c) ? reflected(c) : names.of(c);
    if (fields == null) {
      skipped++;
    } else {
      fields.forEach(field -> place(layout, c, field));
    }
    if (c.getSuperclass() != null) {
      Layout inherited = of(c.getSuperclass());
      layout.instance.addAll(inherited.instance);
      layout.ints.addAll(inherited.ints);
    }
    return layout;
  }

  private void place(Layout layout, Class<?> c, FieldNames.Recorded field) {
    long offset = heap.offset(c, field.name());
    if (offset < 0) {
      return; // filtered by another transformer after its bytes were seen
    }
    String descriptor = field.descriptor();
    if (descriptor.length() > 1) {
      (field.isStatic() ? layout.statics : layout.instance)
          .add(new RefField(c, field.name(), descriptor, offset));
    } else if (!field.isStatic()) {
      layout.ints.add(new IntField(c, field.name(), descriptor.equals("J"), offset));
    }
  }

  private static boolean reflectable(Class<?> c) {
    ClassLoader loader = c.getClassLoader();
    return loader == null || loader == PLATFORM || c.isHidden();
  }

  private static List<FieldNames.Recorded> reflected(Class<?> c) {
    List<FieldNames.Recorded> fields = new ArrayList<>();
    try {
      for (Field field : c.getDeclaredFields()) {
        Class<?> type = field.getType();
        if (!type.isPrimitive() || type == int.class || type == long.class) {
          boolean isStatic = Modifier.isStatic(field.getModifiers());
          fields.add(new FieldNames.Recorded(field.getName(), type.descriptorString(), isStatic));
        }
      }
      return fields;
    } catch (LinkageError unresolved) {
      return null;
    }
  }

  private record Layout(List<RefField> instance, List<RefField> statics, List<IntField> ints) {
    static final Layout NONE = new Layout(List.of(), List.of(), List.of());
  }
}
