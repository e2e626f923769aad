package dev.heapdrift.agent.growth;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** The length in bytes of each method's code, by name and descriptor, read from a class file. */
final class CodeSizes {
  private final ClassReader reader;
  private final char[] buffer;
  private final Map<String, Integer> sizes = new HashMap<>();

  private CodeSizes(byte[] bytes) {
    reader = new ClassReader(bytes);
    buffer = new char[reader.getMaxStringLength()];
  }

  static Map<String, Integer> of(byte[] bytes) {
    CodeSizes sizes = new CodeSizes(bytes);
    int interfaces = sizes.reader.readUnsignedShort(sizes.reader.header + 6);
    int methods = sizes.members(sizes.reader.header + 8 + 2 * interfaces);
    sizes.sizes.clear();
    sizes.members(methods);
    return sizes.sizes;
  }

  /** Reads fields or methods, and returns what follows them. */
  private int members(int start) {
    int at = start + 2;
    for (int left = reader.readUnsignedShort(start); left > 0; left--) {
      String member = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
      int attributes = reader.readUnsignedShort(at + 6);
      at += 8;
      for (int i = 0; i < attributes; i++) {
        if (reader.readUTF8(at, buffer).equals("Code")) {
          sizes.put(member, reader.readInt(at + 10));
        }
        at += 6 + reader.readInt(at + 2);
      }
    }
    return at;
  }
}
