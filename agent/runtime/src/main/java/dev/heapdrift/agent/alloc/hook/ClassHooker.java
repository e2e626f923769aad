package dev.heapdrift.agent.alloc.hook;

import dev.heapdrift.agent.alloc.AllocationSite;
import dev.heapdrift.agent.alloc.SiteTable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts the hooks into the bytes of one class. Methods that make nothing are copied byte for byte.
 */
final class ClassHooker {

  /** HotSpot never compiles a method with more bytes of code. */
  private static final int MOST_COMPILED = 8000;

  /** Whose class it is. */
  enum Origin {
    APPLICATION,
    JDK,
    /** Made while the program runs; its frames show in no stack, the caller's line is to blame. */
    HIDDEN
  }

  private final SiteTable sites;
  private final BitSet retired;
  private final Unhooked unhooked;

  /**
   * Creates a hooker.
   *
   * @param retired numbers of sites to leave without a hook; not changed any more
   */
  ClassHooker(SiteTable sites, BitSet retired, Unhooked unhooked) {
    this.sites = sites;
    this.retired = retired;
    this.unhooked = unhooked;
  }

  /**
   * The class with its hooks, or null when there is nothing to hook.
   *
   * @param loader its defining loader
   * @param origin whose class it is
   * @throws RuntimeException when the class file is damaged, newer than ASM, or without room for
   *     constants
   */
  byte[] hook(ClassLoader loader, byte[] bytes, Origin origin) {
    ClassReader reader = new ClassReader(bytes);
    CodeScan scan = CodeScan.of(bytes, reader);
    if (!scan.any()) {
      return null;
    }
    Set<String> tooLong = new HashSet<>();
    while (true) {
      ClassWriter writer = new ClassWriter(reader, 0);
      Hooks hooks = new Hooks(writer, scan, loader, origin, tooLong);
      reader.accept(hooks, 0);
      try {
        return hooks.hooked ? writer.toByteArray() : null;
      } catch (MethodTooLargeException e) {
        if (!tooLong.add(e.getMethodName() + e.getDescriptor())) {
          throw e;
        }
      }
    }
  }

  private final class Hooks extends ClassVisitor {
    private final CodeScan scan;
    private final ClassLoader loader;
    private final Origin origin;
    private final Set<String> tooLong;
    private String name;
    private String file;
    private int methods;
    private boolean hooked;

    Hooks(ClassVisitor to, CodeScan scan, ClassLoader loader, Origin origin, Set<String> tooLong) {
      super(Opcodes.ASM9, to);
      this.scan = scan;
      this.loader = loader;
      this.origin = origin;
      this.tooLong = tooLong;
    }

    @Override
    public void visit(
        int version, int access, String type, String signature, String parent, String[] traits) {
      super.visit(version, access, type, signature, parent, traits);
      name = type;
    }

    @Override
    public void visitSource(String source, String debug) {
      super.visitSource(source, debug);
      file = source;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      MethodVisitor to = super.visitMethod(access, method, descriptor, signature, exceptions);
      CodeScan.Code code = scan.code(methods++);
      if (loader == null && HiddenClasses.definedBy(name, method, descriptor)) {
        hooked = true;
        return HiddenClasses.ask(to);
      }
      boolean left =
          code.candidates() == 0
              || AllocatingCalls.bodyOfCall(name, method, descriptor)
              || leftAlone(code, method, descriptor);
      return left
          ? to
          : new AllocationHook(to, name, method, code.maxLocals(), new Sites(method, descriptor));
    }

    private boolean leftAlone(CodeScan.Code code, String method, String descriptor) {
      String only = AllocatingCalls.onlyMethod(name);
      if (only != null && !only.equals(method)) {
        return true;
      }
      if (code.subroutines()) {
        unhooked.add(Unhooked.Reason.SUBROUTINES, place(method));
        return true;
      }
      int longest = code.length() + Made.MOST_BYTES * code.candidates();
      boolean compiledNoMore =
          code.length() <= MOST_COMPILED && longest > MOST_COMPILED && !method.equals("<clinit>");
      if (compiledNoMore || tooLong.contains(method + descriptor)) {
        unhooked.add(Unhooked.Reason.TOO_LONG, place(method));
        return true;
      }
      return false;
    }

    private String place(String method) {
      return name.replace('/', '.') + "." + method;
    }

    /** Numbers the allocations of one method. */
    private final class Sites implements AllocationHook.Numbers {
      private final String method;
      private final String descriptor;
      private int ordinal;

      Sites(String method, String descriptor) {
        this.method = method;
        this.descriptor = descriptor;
      }

      @Override
      public int next(String type, int line) {
        // Hidden classes of one host share their name, and with it the site.
        String only = origin == Origin.HIDDEN ? null : type;
        boolean walked = origin != Origin.APPLICATION;
        AllocationSite site =
            new AllocationSite(
                name.replace('/', '.'), method, descriptor, file, line, ordinal++, only, walked);
        int number = sites.add(loader, site);
        if (number == 0) {
          unhooked.add(Unhooked.Reason.FULL, place(method));
        }
        if (number == 0 || (retired.get(number) && !fuses(type))) {
          return 0;
        }
        hooked = true;
        return number;
      }

      @Override
      public void lost(int line) {
        unhooked.add(Unhooked.Reason.LOST, place(method) + ":" + line);
      }
    }
  }

  /**
   * Whether the type is a builder of strings. HotSpot compiles a chain of its calls into one that
   * runs none of the JDK's code, and with it none of the JDK's hooks; a hook behind the builder's
   * constructor keeps it from that, and is never taken out.
   */
  private static boolean fuses(String type) {
    return "java.lang.StringBuilder".equals(type) || "java.lang.StringBuffer".equals(type);
  }
}
