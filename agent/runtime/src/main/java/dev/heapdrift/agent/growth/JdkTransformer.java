package dev.heapdrift.agent.growth;

import dev.heapdrift.hooks.Door;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Hooks the classes of the JDK that stand in the tables as they load or are retransformed; any
 * other class costs it one look into a hash table.
 */
final class JdkTransformer implements ClassFileTransformer {
  private final Map<String, HookedClass> rows;

  /** Hooks that bound, and why a class could not be hooked, by {@link #key}. */
  private final Set<String> bound = ConcurrentHashMap.newKeySet();

  private final Map<String, String> failures = new ConcurrentHashMap<>();

  JdkTransformer(List<? extends HookedClass> classes) {
    Map<String, HookedClass> byName = new HashMap<>();
    for (HookedClass row : classes) {
      byName.put(row.internalName(), row);
    }
    rows = Map.copyOf(byName);
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    HookedClass row = loader == null && className != null ? rows.get(className) : null;
    if (row == null) {
      return null;
    }
    boolean entered = Door.enter();
    try {
      return hook(row, bytes);
    } catch (Throwable t) {
      failures.put(row.className(), t.toString()); // the class stays as it is
      return null;
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  /** The class with its hooks; what they do not touch is copied byte for byte. */
  byte[] hook(HookedClass row, byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Hooks(writer, row), 0);
    return writer.toByteArray();
  }

  /** Whether the hook of {@code method} is in place, or was when the class last changed. */
  boolean bound(HookedClass row, HookedMethod method) {
    return bound.contains(key(row, method));
  }

  /** Why the class could not be hooked, or null. */
  String failure(HookedClass row) {
    return failures.get(row.className());
  }

  private static String key(HookedClass row, HookedMethod method) {
    return row.className() + "." + method.name() + method.descriptors().get(0);
  }

  private final class Hooks extends ClassVisitor {
    private final HookedClass row;

    Hooks(ClassVisitor to, HookedClass row) {
      super(Opcodes.ASM9, to);
      this.row = row;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (HookedMethod method : row.methods()) {
        if (method.matches(name, descriptor)) {
          return method.hook(to, row.internalName(), key(row, method), bound);
        }
      }
      return to;
    }
  }
}
