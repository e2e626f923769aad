package dev.heapdrift.agent.zoom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Line numbers from class files, so that no test holds one of its own source. */
final class Lines {
  private Lines() {}

  static int first(Class<?> type, String method) {
    ClassNode node = new ClassNode();
    try (InputStream in =
        type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
      new ClassReader(in).accept(node, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (MethodNode candidate : node.methods) {
      if (candidate.name.equals(method)) {
        for (AbstractInsnNode at : candidate.instructions) {
          if (at instanceof LineNumberNode number) {
            return number.line;
          }
        }
      }
    }
    throw new AssertionError("no method " + method);
  }
}
