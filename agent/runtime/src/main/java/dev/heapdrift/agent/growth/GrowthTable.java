package dev.heapdrift.agent.growth;

import static dev.heapdrift.agent.growth.GrowthMethod.after;
import static dev.heapdrift.agent.growth.GrowthMethod.at;
import static dev.heapdrift.agent.growth.GrowthMethod.before;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.BUFFER;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.COPY_ON_WRITE;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.LIST;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.MAP;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.QUEUE;
import static dev.heapdrift.snapshot.ContainerFacts.Structure.THREAD_LOCALS;

import dev.heapdrift.agent.growth.CapacitySource.Argument;
import dev.heapdrift.agent.growth.CapacitySource.ArgumentLength;
import dev.heapdrift.agent.growth.CapacitySource.CopiedBytes;
import dev.heapdrift.agent.growth.CapacitySource.CountBefore;
import dev.heapdrift.agent.growth.CapacitySource.FieldLength;
import dev.heapdrift.agent.growth.CapacitySource.FieldValue;
import dev.heapdrift.agent.growth.CapacitySource.Replacement;
import dev.heapdrift.agent.growth.CapacitySource.Span;
import dev.heapdrift.agent.growth.ElementShape.AlternatingArray;
import dev.heapdrift.agent.growth.ElementShape.Array;
import dev.heapdrift.agent.growth.ElementShape.Linked;
import dev.heapdrift.agent.growth.ElementShape.None;
import dev.heapdrift.agent.growth.ElementShape.SkipList;
import dev.heapdrift.agent.growth.ElementShape.Table;
import dev.heapdrift.agent.growth.ElementShape.Tree;
import dev.heapdrift.agent.growth.SizeSource.ArrayLength;
import dev.heapdrift.agent.growth.SizeSource.CounterField;
import dev.heapdrift.agent.growth.SizeSource.Difference;
import dev.heapdrift.agent.growth.SizeSource.Field;
import dev.heapdrift.agent.growth.SizeSource.MappedArrays;
import dev.heapdrift.agent.growth.SizeSource.RingSpan;
import dev.heapdrift.agent.growth.SizeSource.StripedCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The closed list of the JDK's structures that heapdrift notices; the same on JDK 17 and 25 but for
 * one descriptor. What is not here keeps no size at all, and is counted as a chain of nodes
 * (ConcurrentLinkedQueue, LinkedTransferQueue), or stores its entries in one that is here (HashSet,
 * LinkedHashMap, TreeSet, DelayQueue, Properties).
 */
public final class GrowthTable {

  private static final List<Structure> ROWS =
      List.of(
          new Structure(
              "java.util.ArrayList",
              LIST,
              List.of(at("grow", "(I)[Ljava/lang/Object;", new Argument(1))),
              new Field("size"),
              new Array("elementData")),
          new Structure(
              "java.util.Vector",
              LIST,
              List.of(at("grow", "(I)[Ljava/lang/Object;", new Argument(1))),
              new Field("elementCount"),
              new Array("elementData")),
          new Structure(
              "java.util.LinkedList",
              LIST,
              List.of(
                  at("linkFirst", "(Ljava/lang/Object;)V", new CountBefore("size")),
                  at("linkLast", "(Ljava/lang/Object;)V", new CountBefore("size")),
                  at(
                      "linkBefore",
                      "(Ljava/lang/Object;Ljava/util/LinkedList$Node;)V",
                      new CountBefore("size")),
                  at("addAll", "(ILjava/util/Collection;)Z", new CountBefore("size"))),
              new Field("size"),
              new Linked("first", "java.util.LinkedList$Node", "item", "next")),
          new Structure(
              "java.util.HashMap",
              MAP,
              // On entry the threshold is what a presized map asked for, or 0.75 of the old table.
              List.of(at("resize", "()[Ljava/util/HashMap$Node;", new FieldValue("threshold"))),
              new Field("size"),
              new Table("table", "java.util.HashMap$Node", "key", "value", "next")),
          new Structure(
              "java.util.concurrent.ConcurrentHashMap",
              MAP,
              List.of(
                  at(
                      "initTable",
                      "()[Ljava/util/concurrent/ConcurrentHashMap$Node;",
                      new FieldValue("sizeCtl")),
                  at(
                      "transfer",
                      "([Ljava/util/concurrent/ConcurrentHashMap$Node;"
                          + "[Ljava/util/concurrent/ConcurrentHashMap$Node;)V",
                      new ArgumentLength(1))),
              new StripedCounter(
                  "baseCount",
                  "counterCells",
                  "java.util.concurrent.ConcurrentHashMap$CounterCell",
                  "value"),
              new Table(
                  "table", "java.util.concurrent.ConcurrentHashMap$Node", "key", "val", "next")),
          new Structure(
              "java.util.Hashtable",
              MAP,
              List.of(at("rehash", "()V", new FieldValue("count"))),
              new Field("count"),
              new Table("table", "java.util.Hashtable$Entry", "key", "value", "next")),
          new Structure(
              "java.util.IdentityHashMap",
              MAP,
              List.of(at("resize", "(I)Z", new Argument(1))),
              new Field("size"),
              new AlternatingArray("table")),
          new Structure(
              "java.util.WeakHashMap",
              MAP,
              List.of(at("resize", "(I)V", new Argument(1))),
              new Field("size"),
              new Table("table", "java.util.WeakHashMap$Entry", null, "value", "next")),
          new Structure(
              "java.util.TreeMap",
              MAP,
              List.of(
                  at(
                      "addEntry",
                      "(Ljava/lang/Object;Ljava/lang/Object;Ljava/util/TreeMap$Entry;Z)V",
                      new CountBefore("size"))),
              new Field("size"),
              new Tree("root", "java.util.TreeMap$Entry", "key", "value", "left", "right")),
          new Structure(
              "java.lang.ThreadLocal$ThreadLocalMap",
              THREAD_LOCALS,
              List.of(at("resize", "()V", new FieldValue("size"))),
              new Field("size"),
              new Table(
                  "table", "java.lang.ThreadLocal$ThreadLocalMap$Entry", null, "value", null)),
          new Structure(
              "java.util.ArrayDeque",
              QUEUE,
              List.of(at("grow", "(I)V", new FieldLength("elements", "[Ljava/lang/Object;"))),
              new RingSpan("head", "tail", "elements"),
              new Array("elements")),
          new Structure(
              "java.util.PriorityQueue",
              QUEUE,
              List.of(at("grow", "(I)V", new Argument(1))),
              new Field("size"),
              new Array("queue")),
          new Structure(
              "java.util.concurrent.PriorityBlockingQueue",
              QUEUE,
              List.of(at("tryGrow", "([Ljava/lang/Object;I)V", new Argument(2))),
              new Field("size"),
              new Array("queue")),
          new Structure(
              "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue",
              QUEUE,
              // Not in grow() itself, which is 35 bytes long: just what is always inlined.
              List.of(before("grow", "offer", "(Ljava/lang/Runnable;)Z", new FieldValue("size"))),
              new Field("size"),
              new Array("queue")),
          new Structure(
              "java.util.TaskQueue",
              QUEUE,
              List.of(before("copyOf", "add", "(Ljava/util/TimerTask;)V", new FieldValue("size"))),
              new Field("size"),
              new Array("queue")),
          new Structure(
              "java.util.concurrent.LinkedBlockingQueue",
              QUEUE,
              // Where the count is at hand: the lock makes reading it again cost 4 % of an offer.
              List.of(
                  after("getAndIncrement", "put", "(Ljava/lang/Object;)V"),
                  after("getAndIncrement", "offer", "(Ljava/lang/Object;)Z"),
                  after(
                      "getAndIncrement",
                      "offer",
                      "(Ljava/lang/Object;JLjava/util/concurrent/TimeUnit;)Z")),
              new CounterField("count"),
              new Linked("head", "java.util.concurrent.LinkedBlockingQueue$Node", "item", "next")),
          new Structure(
              "java.util.concurrent.LinkedBlockingDeque",
              QUEUE,
              List.of(
                  at(
                      "linkFirst",
                      "(Ljava/util/concurrent/LinkedBlockingDeque$Node;)Z",
                      new CountBefore("count")),
                  at(
                      "linkLast",
                      "(Ljava/util/concurrent/LinkedBlockingDeque$Node;)Z",
                      new CountBefore("count"))),
              new Field("count"),
              new Linked("first", "java.util.concurrent.LinkedBlockingDeque$Node", "item", "next")),
          new Structure(
              "java.util.concurrent.ForkJoinPool$WorkQueue",
              QUEUE,
              List.of(
                  new GrowthMethod(
                      "growArray",
                      List.of("()V", "([Ljava/util/concurrent/ForkJoinTask;II)V"),
                      null,
                      new Span("top", "base"))),
              new Difference("top", "base"),
              new Array("array")),
          new Structure(
              "java.util.concurrent.CopyOnWriteArrayList",
              COPY_ON_WRITE,
              List.of(at("setArray", "([Ljava/lang/Object;)V", new Replacement(1, "array"))),
              new ArrayLength("array"),
              new Array("array")),
          new Structure(
              "javax.swing.event.EventListenerList",
              COPY_ON_WRITE,
              List.of(
                  before(
                      "arraycopy",
                      "add",
                      "(Ljava/lang/Class;Ljava/util/EventListener;)V",
                      new FieldLength("listenerList", "[Ljava/lang/Object;"))),
              new ArrayLength("listenerList"),
              new Array("listenerList")),
          new Structure(
              "java.beans.ChangeListenerMap",
              COPY_ON_WRITE,
              List.of(
                  before(
                      "arraycopy",
                      "add",
                      "(Ljava/lang/String;Ljava/util/EventListener;)V",
                      new Argument(4))), // a local variable: the listeners of that property so far
              new MappedArrays("map", "java.util.HashMap", "table", "value", "next"),
              new None()),
          new Structure(
              "java.io.ByteArrayOutputStream",
              BUFFER,
              List.of(before("copyOf", "ensureCapacity", "(I)V", new CopiedBytes())),
              new Field("count"),
              new None()),
          new Structure(
              "java.io.ObjectOutputStream$HandleTable",
              BUFFER,
              List.of(at("growEntries", "()V", new FieldValue("size"))),
              new Field("size"),
              new Array("objs")),
          new Structure(
              "java.io.ObjectInputStream$HandleTable",
              BUFFER,
              List.of(at("grow", "()V", new FieldValue("size"))),
              new Field("size"),
              new Array("entries")));

  /** What keeps its size, but has no method that runs only when it grows, or none that is cold. */
  private static final List<Structure> WALKED =
      List.of(
          new Structure(
              "java.lang.AbstractStringBuilder", BUFFER, List.of(), new Field("count"), new None()),
          new Structure(
              "java.io.CharArrayWriter", BUFFER, List.of(), new Field("count"), new None()),
          new Structure(
              "java.util.concurrent.ConcurrentSkipListMap",
              MAP,
              List.of(),
              new CounterField("adder"),
              new SkipList(
                  "head",
                  "java.util.concurrent.ConcurrentSkipListMap$Index",
                  "node",
                  "java.util.concurrent.ConcurrentSkipListMap$Node",
                  "key",
                  "val",
                  "next")));

  private static final Map<String, Structure> BY_NAME = byName();

  private GrowthTable() {}

  /** The rows that are hooked; never changes. */
  public static List<Structure> rows() {
    return ROWS;
  }

  /** The rows that only a walk of the heap comes to; never changes. */
  public static List<Structure> walked() {
    return WALKED;
  }

  /**
   * The row of {@code type} or of its nearest superclass that has one.
   *
   * @return null when it is no structure of the JDK
   */
  public static Structure of(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      Structure row = c.getClassLoader() == null ? BY_NAME.get(c.getName()) : null;
      if (row != null) {
        // A Hashtable by name only: its entries lie in a ConcurrentHashMap, which is noticed
        // itself.
        return type.getName().equals("java.util.Properties") ? null : row;
      }
    }
    return null;
  }

  /** A loop, for premain runs here and the first lambda of a JVM costs more than all the hooks. */
  private static Map<String, Structure> byName() {
    Map<String, Structure> rows = new HashMap<>();
    for (List<Structure> each : List.of(ROWS, WALKED)) {
      for (Structure row : each) {
        rows.put(row.className(), row);
      }
    }
    return rows;
  }
}
