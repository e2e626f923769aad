package dev.heapdrift.agent.alloc.hook;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Reads from the raw bytes which methods of a class may make objects, so that all others are copied
 * byte for byte and never decoded.
 */
final class CodeScan {

  /** Bytes of each instruction, by opcode; 0 where the length stands in the code itself. */
  private static final String LENGTHS =
      "1111111111111111" // to dconst_1
          + "23233" // bipush .. ldc2_w
          + "22222" // iload .. aload
          + "1111111111111111111111111111" // iload_0 .. saload
          + "22222" // istore .. astore
          + "1111111111111111111111111111" // istore_0 .. sastore
          + "111111111111111111111111111111111111111111111" // pop .. lxor
          + "3" // iinc
          + "11111111111111111111" // i2l .. dcmpg
          + "3333333333333333" // ifeq .. jsr
          + "200" // ret, tableswitch, lookupswitch
          + "111111" // ireturn .. return
          + "3333333" // getstatic .. invokestatic
          + "55" // invokeinterface, invokedynamic
          + "323" // new, newarray, anewarray
          + "11" // arraylength, athrow
          + "33" // checkcast, instanceof
          + "11" // monitorenter, monitorexit
          + "04" // wide, multianewarray
          + "3355"; // ifnull .. jsr_w

  private static final int WIDE = 196;
  private static final int JSR_W = 201;

  /** No code, or none that makes objects. */
  static final Code NOTHING = new Code(0, 0, 0, false);

  private final byte[] bytes;
  private final ClassReader reader;
  private final char[] buffer;

  /**
   * By index of the constant pool: 0 not asked yet, 1 an ordinary call, 2 one that may allocate.
   */
  private final byte[] calls;

  private Code[] codes = {};
  private boolean any;

  /**
   * What a method's bytes tell.
   *
   * @param length bytes of code
   * @param maxLocals slots of local variables
   * @param candidates instructions that may make objects
   * @param subroutines whether it has subroutines, which compilers wrote before Java 6
   */
  record Code(int length, int maxLocals, int candidates, boolean subroutines) {}

  private CodeScan(byte[] bytes, ClassReader reader) {
    this.bytes = bytes;
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
    this.calls = new byte[reader.getItemCount()];
  }

  /**
   * Scans a class file.
   *
   * @throws RuntimeException when it is damaged
   */
  static CodeScan of(byte[] bytes, ClassReader reader) {
    CodeScan scan = new CodeScan(bytes, reader);
    int interfaces = reader.readUnsignedShort(reader.header + 6);
    int methods = scan.skipFields(reader.header + 8 + 2 * interfaces);
    scan.methods(methods);
    return scan;
  }

  /** Whether any method may make objects. */
  boolean any() {
    return any;
  }

  /** The code of the method number {@code index} in the class file. */
  Code code(int index) {
    return codes[index];
  }

  private int skipFields(int start) {
    int at = start + 2;
    for (int left = reader.readUnsignedShort(start); left > 0; left--) {
      int attributes = reader.readUnsignedShort(at + 6);
      at += 8;
      for (int i = 0; i < attributes; i++) {
        at += 6 + reader.readInt(at + 2);
      }
    }
    return at;
  }

  private void methods(int start) {
    codes = new Code[reader.readUnsignedShort(start)];
    int at = start + 2;
    for (int method = 0; method < codes.length; method++) {
      codes[method] = NOTHING;
      int attributes = reader.readUnsignedShort(at + 6);
      at += 8;
      for (int i = 0; i < attributes; i++) {
        if ("Code".equals(reader.readUTF8(at, buffer))) {
          codes[method] = scan(at + 6);
          any |= codes[method].candidates > 0;
        }
        at += 6 + reader.readInt(at + 2);
      }
    }
  }

  /** {@code at} is the content of a Code attribute. */
  private Code scan(int at) {
    int length = reader.readInt(at + 4);
    int begin = at + 8;
    int candidates = 0;
    boolean subroutines = false;
    for (int pc = begin; pc < begin + length; pc += length(pc, begin)) {
      int opcode = bytes[pc] & 0xff;
      if (makes(opcode, pc)) {
        candidates++;
      }
      subroutines |= opcode == Opcodes.JSR || opcode == Opcodes.RET || opcode == JSR_W;
    }
    return new Code(length, reader.readUnsignedShort(at + 2), candidates, subroutines);
  }

  private boolean makes(int opcode, int pc) {
    return switch (opcode) {
      case Opcodes.NEW,
          Opcodes.NEWARRAY,
          Opcodes.ANEWARRAY,
          Opcodes.MULTIANEWARRAY,
          Opcodes.INVOKEDYNAMIC ->
          true;
      case Opcodes.INVOKEVIRTUAL,
          Opcodes.INVOKESPECIAL,
          Opcodes.INVOKESTATIC,
          Opcodes.INVOKEINTERFACE ->
          calls(reader.readUnsignedShort(pc + 1));
      default -> false;
    };
  }

  private boolean calls(int method) {
    if (calls[method] == 0) {
      int nameAndType = reader.getItem(reader.readUnsignedShort(reader.getItem(method) + 2));
      calls[method] = AllocatingCalls.name(reader.readUTF8(nameAndType, buffer)) ? (byte) 2 : 1;
    }
    return calls[method] == 2;
  }

  private int length(int pc, int begin) {
    int opcode = bytes[pc] & 0xff;
    int length = opcode < LENGTHS.length() ? LENGTHS.charAt(opcode) - '0' : 0;
    if (length > 0) {
      return length;
    }
    int operands = pc + 4 - ((pc - begin) & 3); // padded to four bytes
    return switch (opcode) {
      case WIDE -> (bytes[pc + 1] & 0xff) == Opcodes.IINC ? 6 : 4;
      case Opcodes.TABLESWITCH ->
          operands
              - pc
              + 12
              + 4 * (reader.readInt(operands + 8) - reader.readInt(operands + 4) + 1);
      case Opcodes.LOOKUPSWITCH -> operands - pc + 8 + 8 * reader.readInt(operands + 4);
      default -> throw new IllegalArgumentException("opcode " + opcode);
    };
  }
}
