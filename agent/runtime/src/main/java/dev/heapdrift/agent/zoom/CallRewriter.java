package dev.heapdrift.agent.zoom;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts {@code Door.inserting(receiver, site)} before chosen calls.
 *
 * <p>The receiver lies under the arguments on the stack, so these move to fresh locals and back: a
 * straight line, so that the frames of the class file stay true as they are.
 */
final class CallRewriter {
  /** The build relocates this to the door's name in {@code java.base}. */
  private static final String DOOR = "dev/heapdrift/hooks/Door";

  private CallRewriter() {}

  /** Chooses calls. */
  interface Chooser {
    /** Number of the site that counts the call, or -1 to leave it alone. */
    int site(ClassNode in, MethodNode method, int line, MethodInsnNode call);
  }

  /** The class with its chosen calls counted, or null when none was chosen. */
  static byte[] rewrite(byte[] original, Chooser chooser) {
    ClassReader reader = new ClassReader(original);
    ClassNode type = new ClassNode();
    reader.accept(type, 0);
    boolean changed = false;
    for (MethodNode method : type.methods) {
      changed |= rewrite(type, method, chooser);
    }
    if (!changed) {
      return null;
    }
    // With the pool of the original, methods that do not change stay equal to the JVM, and keep
    // their line numbers in stacks that are running now.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  /** Names of the methods that a line calls. */
  static Set<String> callees(MethodNode method, int line) {
    Set<String> names = new HashSet<>();
    int current = -1;
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof LineNumberNode number) {
        current = number.line;
      } else if (at instanceof MethodInsnNode call && current == line) {
        names.add(call.name);
      }
    }
    return names;
  }

  private static boolean rewrite(ClassNode type, MethodNode method, Chooser chooser) {
    boolean changed = false;
    int line = -1;
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      } else if (at instanceof MethodInsnNode call && !call.name.equals("<init>")) {
        int site = chooser.site(type, method, line, call);
        if (site >= 0) {
          method.instructions.insertBefore(call, counting(call, site, method.maxLocals));
          changed = true;
        }
      }
    }
    return changed;
  }

  private static InsnList counting(MethodInsnNode call, int site, int firstLocal) {
    InsnList code = new InsnList();
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      inserting(code, site);
      return code;
    }
    Type[] arguments = Type.getArgumentTypes(call.desc);
    int[] locals = new int[arguments.length];
    int local = firstLocal;
    for (int i = 0; i < arguments.length; i++) {
      locals[i] = local;
      local += arguments[i].getSize();
    }
    for (int i = arguments.length - 1; i >= 0; i--) {
      code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), locals[i]));
    }
    code.add(new InsnNode(Opcodes.DUP));
    inserting(code, site);
    for (int i = 0; i < arguments.length; i++) {
      code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), locals[i]));
    }
    return code;
  }

  private static void inserting(InsnList code, int site) {
    code.add(new IntInsnNode(Opcodes.SIPUSH, site));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, DOOR, "inserting", "(Ljava/lang/Object;I)V", false));
  }
}
