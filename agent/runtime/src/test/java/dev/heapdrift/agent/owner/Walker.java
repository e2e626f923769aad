package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.owner.OwnerWalk.CensusVisitor;
import dev.heapdrift.snapshot.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/** Walks from the classes that a test names, with their fields recorded as at class loading. */
final class Walker {
  private final Heap heap = Heap.open();
  private final FieldNames names = new FieldNames();
  private final FieldLayouts layouts = new FieldLayouts(heap, names);
  private final List<Class<?>> loaded = new ArrayList<>();
  private Thread[] threads = {};
  WalkReport report;

  Walker(Class<?>... classes) {
    for (Class<?> c : classes) {
      record(c);
    }
  }

  Walker record(Class<?> c) {
    loaded.add(c);
    String resource = '/' + c.getName().replace('.', '/') + ".class";
    if (c.getClassLoader() != null && !c.isArray() && !c.isHidden()) {
      try (InputStream in = c.getResourceAsStream(resource)) {
        if (in != null) {
          names.record(c.getClassLoader(), new ClassReader(in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  Walker threads(Thread... live) {
    threads = live;
    return this;
  }

  Suspect find(Object container, Class<?>... growthClasses) {
    return find(container, null, growthClasses);
  }

  Suspect find(Object container, String grownField, Class<?>... growthClasses) {
    List<String> near = new ArrayList<>();
    for (Class<?> c : growthClasses) {
      near.add(c.getName());
    }
    Suspect suspect = Suspect.of(container, grownField, Set.copyOf(near));
    walk(List.of(suspect), WalkBudget.millis(TimeUnit.SECONDS.toMillis(20), () -> false));
    return suspect;
  }

  /** The owner of what is no container, sought for its own sake. */
  Owner ofElement(Object element) {
    Suspect suspect = Suspect.of(element, null, Set.of()).asItself();
    walk(List.of(suspect), WalkBudget.millis(TimeUnit.SECONDS.toMillis(20), () -> false));
    return suspect.path().facts();
  }

  /** The owner as found around an object that fills the container. */
  Owner around(Object container, Object inserter) {
    Suspect suspect = Suspect.of(container, null, Set.of());
    walk().around(suspect, inserter);
    return suspect.path().facts();
  }

  /** Owners of all containers that a walk comes to. */
  List<String> census() {
    List<String> owners = new ArrayList<>();
    WalkBudget budget = WalkBudget.millis(TimeUnit.SECONDS.toMillis(20), () -> false);
    report = walk().census(new Told(owners), budget);
    return owners;
  }

  /** Owners of all chains of nodes that a walk comes to, each with its links. */
  List<String> chains() {
    Told told = new Told(new ArrayList<>());
    report = walk().census(told, WalkBudget.millis(TimeUnit.SECONDS.toMillis(20), () -> false));
    return told.chains;
  }

  /** Writes down what a census tells. */
  private record Told(List<String> owners, List<String> chains) implements CensusVisitor {
    Told(List<String> owners) {
      this(owners, new ArrayList<>());
    }

    @Override
    public void met(Object container, Supplier<OwnerPath> path) {
      owners.add(path.get().facts().path());
    }

    @Override
    public void head(
        Object holder, RefField field, List<RefField> links, Supplier<OwnerPath> path) {
      chains.add(path.get().facts().path() + " by " + links.get(0).name());
    }
  }

  WalkReport walk(List<Suspect> suspects, WalkBudget budget) {
    report = walk().walk(suspects, budget);
    return report;
  }

  private OwnerWalk walk() {
    return new OwnerWalk(heap, layouts, () -> loaded.toArray(Class<?>[]::new), () -> threads, null);
  }
}
