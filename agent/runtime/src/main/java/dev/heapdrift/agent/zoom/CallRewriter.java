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
 * Puts {@code DoorZoom.calling(receiver, site)} before chosen calls, or {@code
 * DoorZoom.returned(result, receiver, site)} behind those whose result says whether there was an
 * entry.
 *
 * <p>The receiver lies under the arguments on the stack, so these move to fresh locals and back: a
 * straight line, so that the frames of the class file stay true as they are.
 */
final class CallRewriter {
  /** The build relocates this to the door's name in {@code java.base}. */
  private static final String DOOR = "dev/heapdrift/hooks/DoorZoom";

  private CallRewriter() {}

  /** Chooses what is counted. */
  interface Chooser {
    /** The site that counts the call, or null to leave it alone. */
    Site call(ClassNode in, MethodNode method, int line, MethodInsnNode call);

    /** The site that counts executions of the method, or null. */
    Site entry(ClassNode in, MethodNode method);
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

  /** Line of the first instruction of a method, or -1. */
  static int firstLine(MethodNode method) {
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return -1;
  }

  /** Whether the result of a call tells if there was an entry. */
  static boolean tells(MethodInsnNode call) {
    int result = Type.getReturnType(call.desc).getSort();
    return call.getOpcode() != Opcodes.INVOKESTATIC
        && (result == Type.BOOLEAN || result == Type.OBJECT || result == Type.ARRAY);
  }

  private static boolean rewrite(ClassNode type, MethodNode method, Chooser chooser) {
    boolean changed = false;
    int line = -1;
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      } else if (at instanceof MethodInsnNode call && !call.name.equals("<init>")) {
        Site site = chooser.call(type, method, line, call);
        if (site != null) {
          count(method, call, site);
          changed = true;
        }
      }
    }
    Site entry = method.instructions.size() == 0 ? null : chooser.entry(type, method);
    if (entry != null) {
      InsnList code = new InsnList();
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      toDoor(code, "calling", "(Ljava/lang/Object;I)V", entry);
      method.instructions.insert(code);
      changed = true;
    }
    return changed;
  }

  private static void count(MethodNode method, MethodInsnNode call, Site site) {
    InsnList before = new InsnList();
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      before.add(new InsnNode(Opcodes.ACONST_NULL));
      toDoor(before, "calling", "(Ljava/lang/Object;I)V", site);
    } else if (site.use.asks() && tells(call)) {
      int receiver = method.maxLocals; // the arguments' locals follow it
      aroundArguments(before, call, receiver + 1, new VarInsnNode(Opcodes.ASTORE, receiver));
      method.instructions.insert(call, telling(call, site, receiver));
    } else {
      InsnList counting = new InsnList();
      if (site.use == Use.INSERTION && hasThis(method)) {
        counting.add(new VarInsnNode(Opcodes.ALOAD, 0));
        toDoor(counting, "inserting", "(Ljava/lang/Object;Ljava/lang/Object;I)V", site);
      } else {
        toDoor(counting, "calling", "(Ljava/lang/Object;I)V", site);
      }
      aroundArguments(before, call, method.maxLocals, counting);
    }
    method.instructions.insertBefore(call, before);
  }

  /** Whether local 0 holds the object that the method runs on, whole and all the time. */
  private static boolean hasThis(MethodNode method) {
    if ((method.access & Opcodes.ACC_STATIC) != 0 || method.name.equals("<init>")) {
      return false;
    }
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof VarInsnNode local && local.var == 0 && local.getOpcode() != Opcodes.ALOAD) {
        return false;
      }
    }
    return true;
  }

  private static InsnList telling(MethodInsnNode call, Site site, int receiver) {
    boolean flag = Type.getReturnType(call.desc).getSort() == Type.BOOLEAN;
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ALOAD, receiver));
    String descriptor =
        flag ? "(ZLjava/lang/Object;I)V" : "(Ljava/lang/Object;Ljava/lang/Object;I)V";
    toDoor(code, "returned", descriptor, site);
    return code;
  }

  private static void aroundArguments(
      InsnList code, MethodInsnNode call, int firstLocal, AbstractInsnNode ofReceiver) {
    InsnList one = new InsnList();
    one.add(ofReceiver);
    aroundArguments(code, call, firstLocal, one);
  }

  /** Uncovers the receiver, hands a copy of it to {@code ofReceiver}, and covers it again. */
  private static void aroundArguments(
      InsnList code, MethodInsnNode call, int firstLocal, InsnList ofReceiver) {
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
    code.add(ofReceiver);
    for (int i = 0; i < arguments.length; i++) {
      code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), locals[i]));
    }
  }

  private static void toDoor(InsnList code, String method, String descriptor, Site site) {
    code.add(new IntInsnNode(Opcodes.SIPUSH, site.number));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, DOOR, method, descriptor, false));
  }
}
