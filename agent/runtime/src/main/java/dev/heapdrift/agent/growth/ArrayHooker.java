package dev.heapdrift.agent.growth;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts the hooks into the bytes of one class. A first pass finds the methods that need one, so that
 * all others are copied byte for byte.
 */
final class ArrayHooker {

  /** First class file version whose methods may load class constants: Java 5. */
  private static final int CLASS_CONSTANTS = 49;

  private ArrayHooker() {}

  /**
   * The class with its hooks, or null when there is nothing to hook.
   *
   * @throws org.objectweb.asm.MethodTooLargeException when a method would pass 64 KB
   */
  static byte[] hook(ClassReader reader) {
    ArrayCandidates candidates = ArrayCandidates.of(reader);
    if (candidates.none()) {
      return null;
    }
    Finder finder = new Finder(candidates);
    reader.accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (finder.found.isEmpty()) {
      return null;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Hooks(writer, candidates, finder.found), 0);
    return writer.toByteArray();
  }

  /** What both passes know: which methods may be looked at, and how. */
  private abstract static class Pass extends ClassVisitor {
    private final ArrayCandidates candidates;
    private boolean classConstants;

    Pass(ClassVisitor to, ArrayCandidates candidates) {
      super(Opcodes.ASM9, to);
      this.candidates = candidates;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] traits) {
      classConstants = (version & 0xffff) >= CLASS_CONSTANTS;
      super.visit(version, access, name, signature, parent, traits);
    }

    ArrayHook hook(MethodVisitor to, String descriptor) {
      // Where the class stores or swaps arrays, or the method returns its own, that is seen
      // instead.
      boolean seenElsewhere =
          candidates.stores()
              || candidates.swaps()
              || descriptor.charAt(descriptor.indexOf(')') + 1) == '[';
      return new ArrayHook(to, classConstants, !seenElsewhere);
    }
  }

  private static final class Finder extends Pass {
    private final Set<String> found = new HashSet<>();

    Finder(ArrayCandidates candidates) {
      super(null, candidates);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (name.charAt(0) == '<') {
        return null;
      }
      ArrayHook rehearsal = hook(new MethodVisitor(Opcodes.ASM9) {}, descriptor);
      return new MethodVisitor(Opcodes.ASM9, rehearsal) {
        @Override
        public void visitEnd() {
          if (rehearsal.changed()) {
            found.add(name + descriptor);
          }
        }
      };
    }
  }

  private static final class Hooks extends Pass {
    private final Set<String> found;

    Hooks(ClassVisitor to, ArrayCandidates candidates, Set<String> found) {
      super(to, candidates);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
      return found.contains(name + descriptor) ? hook(to, descriptor) : to;
    }
  }
}
