package dev.heapdrift.agent.alloc.hook;

import org.objectweb.asm.Opcodes;

/**
 * How instructions without operands change the depth of the operand stack, in slots.
 *
 * <p>Implements {@code Opcodes} so that the build's relocation rewrites it: of a class that only
 * inlines a library's constants it leaves the library's name in the constant pool.
 */
final class StackEffects implements Opcodes {

  private StackEffects() {}

  /** Slots that an instruction pushes more than it pops; not for those that move values about. */
  static int of(int opcode) {
    return switch (opcode) {
      case LCONST_0, LCONST_1, DCONST_0, DCONST_1 -> 2;
      case ACONST_NULL,
          ICONST_M1,
          ICONST_0,
          ICONST_1,
          ICONST_2,
          ICONST_3,
          ICONST_4,
          ICONST_5,
          FCONST_0,
          FCONST_1,
          FCONST_2,
          I2L,
          I2D,
          F2L,
          F2D ->
          1;
      case NOP,
          LALOAD,
          DALOAD,
          INEG,
          LNEG,
          FNEG,
          DNEG,
          I2F,
          F2I,
          L2D,
          D2L,
          I2B,
          I2C,
          I2S,
          ARRAYLENGTH ->
          0;
      case IASTORE, FASTORE, AASTORE, BASTORE, CASTORE, SASTORE, LCMP, DCMPL, DCMPG -> -3;
      case LASTORE, DASTORE -> -4;
      case POP2, LADD, LSUB, LMUL, LDIV, LREM, LAND, LOR, LXOR, DADD, DSUB, DMUL, DDIV, DREM -> -2;
      default -> -1; // what combines two words into one, or uses one up
    };
  }

  /** Whether control does not go on behind it. */
  static boolean ends(int opcode) {
    return opcode == ATHROW || (opcode >= IRETURN && opcode <= RETURN);
  }
}
