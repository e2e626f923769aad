package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Owner.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Prints a way by the shape of the API: fields of the application, and {@code {key}}, {@code
 * {value}} and {@code [*]} for elements; never how a class of the JDK does it, so that paths are
 * the same on every JDK. Only where the JDK itself holds the container do its fields say who. The
 * class that declares the last field is always told: {@code static com.app.Shop.INSTANCE.cache
 * (com.app.Shop.cache)} names the line to look at.
 */
final class PathPrinter {
  /** Fields printed after the root; of longer ways only the root and the last field. */
  private static final int MOST_FIELDS = 2;

  /** A thread's map has no field of its own in any API; so the array that grows is told. */
  private static final String THREADS_MAP = ThreadLocal.class.getName() + "$ThreadLocalMap";

  private final Heap heap;
  private final long nameOffset;
  private final NodeField target;
  private final NodeField holder;
  private final NodeField task;

  PathPrinter(Heap heap) {
    this.heap = heap;
    this.nameOffset = heap.offset(Thread.class, "name");
    String thread = Thread.class.getName();
    this.target = new NodeField(heap, thread, "target"); // until JDK 18
    this.holder = new NodeField(heap, thread, "holder");
    this.task = new NodeField(heap, thread + "$FieldHolder", "task");
  }

  /**
   * A piece of the printed path.
   *
   * @param holder the field that it stands for, {@code com.app.Orders.CACHE}; null for an element
   * @param way by which field, to print a chain of the same field once; or null
   */
  private record Part(String text, String holder, RefField way, boolean capture) {}

  /**
   * Prints the way to a container.
   *
   * @param grown name of the field of {@code last} whose array grows, or null where the container
   *     is {@code last} itself
   */
  Owner print(Node last, String grown) {
    Printed printed = new Printed();
    for (Node node : last.fromRoot()) {
      add(printed, node);
    }
    String type = last.object.getClass().getName();
    if (type.equals(THREADS_MAP)) {
      printed.parts.add(new Part(" (" + type + ".table)", null, null, false));
    }
    if (grown != null) {
      printed.parts.add(new Part('.' + grown, type + '.' + grown, null, false));
    }
    return printed.owner();
  }

  private void add(Printed printed, Node node) {
    Step step = node.step;
    if (step instanceof Step.StaticField root) {
      printed.begin(Kind.STATIC, "static " + name(root.field()), name(root.field()));
      printed.ofJdk = Jdk.declares(root.field().declaring());
    } else if (step instanceof Step.OfThread) {
      printed.begin(Kind.THREAD, label((Thread) node.object), null);
    } else if (step instanceof Step.OfLoader) {
      printed.begin(Kind.STATIC, "class loader " + node.object.getClass().getName(), null);
      printed.ofJdk = true;
    } else if (step instanceof Step.OfInserter) {
      printed.begin(Kind.LOCAL, "local " + node.object.getClass().getName(), null);
    } else if (step instanceof Step.ThreadLocalValue value) {
      threadLocal(printed, value, node);
    } else if (step instanceof Step.Field way) {
      field(printed, way.field());
    } else if (step instanceof ElementKind kind && !isInside(node.parent)) {
      ElementKind shown = isSet(node.parent) ? ElementKind.ITEM : kind;
      printed.parts.add(new Part(shown.printed, null, null, false));
    }
  }

  private void threadLocal(Printed printed, Step.ThreadLocalValue value, Node node) {
    if (value.variable() == null) {
      String thread = label((Thread) node.parent.parent.object);
      printed.begin(Kind.THREAD_LOCAL, "thread-local of " + thread, null);
    } else {
      Owner variable = print(value.variable(), null);
      String path = variable.path();
      String bare = path.startsWith("static ") ? path.substring("static ".length()) : path;
      printed.begin(Kind.THREAD_LOCAL, "thread-local " + bare, variable.holder());
    }
  }

  private static void field(Printed printed, RefField field) {
    Capture capture = Capture.of(field);
    boolean jdk = Jdk.declares(field.declaring());
    if (capture != null && !jdk) {
      String text = " captured by " + capture.closure() + " (" + capture.variable() + ')';
      printed.parts.add(new Part(text, capture.holder(), field, true));
    } else if (!jdk) {
      printed.field(field);
      printed.ofJdk = false;
    } else {
      if (field.declaring() == Thread.class && field.name().endsWith("hreadLocals")) {
        printed.begin(Kind.THREAD, "thread-locals of " + printed.root, null);
      }
      ElementKind kind = elementOfNode(field);
      if (kind != null) {
        printed.parts.add(new Part(kind.printed, null, null, false));
      } else if (printed.ofJdk && !isCollections(field)) {
        printed.field(field);
      }
    }
  }

  /** An element in a node of a structure that the table does not know, by the JDK's naming. */
  private static ElementKind elementOfNode(RefField field) {
    String declaring = field.declaring().getName();
    if (!isCollections(field) || !(declaring.endsWith("Node") || declaring.endsWith("Entry"))) {
      return null;
    }
    return switch (field.name()) {
      case "item" -> ElementKind.ITEM;
      case "key" -> ElementKind.KEY;
      case "val", "value" -> ElementKind.VALUE;
      default -> null;
    };
  }

  private static boolean isCollections(RefField field) {
    return field.declaring().getName().startsWith("java.util.");
  }

  /** Whether an array is how a class of the JDK that is no collection keeps what it has. */
  private static boolean isInside(Node array) {
    return array.object instanceof Object[]
        && array.step instanceof Step.Field way
        && Jdk.declares(way.field().declaring())
        && !isCollections(way.field());
  }

  /** Whether a map only serves a set of the JDK. */
  private static boolean isSet(Node map) {
    return map.object instanceof Map
        && map.step instanceof Step.Field way
        && Jdk.declares(way.field().declaring())
        && Collection.class.isAssignableFrom(way.field().declaring());
  }

  private String label(Thread thread) {
    Object name = nameOffset < 0 ? null : heap.reference(thread, nameOffset);
    Object runs = target.read(thread);
    return ThreadLabel.of(
        thread,
        name instanceof String s ? s : null,
        runs == null ? task.read(holder.read(thread)) : runs);
  }

  private static String name(RefField field) {
    return field.declaring().getName() + '.' + field.name();
  }

  /** A path as it is put together. */
  private static final class Printed {
    private final List<Part> parts = new ArrayList<>();
    private Kind kind = Kind.STATIC;
    private String root = "";
    private String rootHolder;

    /** Whether only the JDK's fields lead here so far, so that they are printed. */
    private boolean ofJdk;

    void begin(Kind rootKind, String text, String holder) {
      parts.clear();
      kind = rootKind;
      root = text;
      rootHolder = holder;
      ofJdk = false;
    }

    /** A list of nodes of the application's own prints as one field, however long it is. */
    void field(RefField field) {
      Part before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (before == null || !field.equals(before.way)) {
        parts.add(new Part('.' + field.name(), name(field), field, false));
      }
    }

    Owner owner() {
      Part last = null;
      int fields = 0;
      for (Part part : parts) {
        if (part.holder != null) {
          last = part;
          fields++;
        }
      }
      Kind shown = last != null && last.capture ? Kind.CAPTURED : kind;
      String holder = last == null ? rootHolder : last.holder;
      return new Owner(fields <= MOST_FIELDS ? full(last) : elided(last), shown, holder);
    }

    /** The whole way, and which class declares its last field where the text does not tell. */
    private String full(Part last) {
      StringBuilder text = new StringBuilder(root);
      parts.forEach(part -> text.append(part.text));
      if (last != null && !last.capture && text.indexOf(last.holder) < 0) {
        text.append(" (").append(last.holder).append(')');
      }
      return text.toString();
    }

    private String elided(Part last) {
      StringBuilder text = new StringBuilder(root).append(" … ");
      int at = parts.lastIndexOf(last);
      text.append(last.capture ? last.text.substring(1) : last.holder);
      for (Part element : parts.subList(at + 1, parts.size())) {
        text.append(element.text);
      }
      return text.toString();
    }
  }
}
