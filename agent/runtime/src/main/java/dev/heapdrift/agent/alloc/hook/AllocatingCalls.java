package dev.heapdrift.agent.alloc.hook;

import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The closed list of calls that make an object where no bytecode of a hooked class does: native
 * methods, methods that HotSpot replaces by code of its own, and what invokedynamic links to.
 *
 * <p>Of each way to allocate exactly one end is hooked. HotSpot compiles {@code Arrays.copyOf} of
 * references and {@code StringUTF16.toBytes} without their bodies: their callers are hooked and the
 * bodies are not. Constructors that are called by reflection, deserialisation and method handles
 * meet in one method of the JDK, or as of JDK 18 in two: it is hooked there, and lambdas, which are
 * made so too, at their invokedynamic. A concatenation makes a string in a hidden class or method
 * handle, which nobody can hook, hence at the invokedynamic; and its array in {@code
 * StringConcatHelper}, or not at all, when one operand is empty and the array of the other is
 * shared.
 */
final class AllocatingCalls {
  private static final String CONCAT_HELPER = "java/lang/StringConcatHelper";
  private static final String OBJECTS_BY_CLASS = "Ljava/lang/Class;)[Ljava/lang/Object;";
  private static final String TO_BYTES = "([CII)[B";

  private static final Set<String> NAMES =
      Set.of(
          "clone",
          "newInstance",
          "copyOf",
          "copyOfRange",
          "toBytes",
          "newBytesFor",
          "allocateInstance",
          "allocateUninitializedArray",
          "simpleConcat",
          "doConcat",
          "newString",
          "newStringOf",
          "concat",
          "newInstance0");

  /** The first JDK whose records concatenate, where older ones call {@code String.format}. */
  private static final int RECORDS_CONCATENATE = 21;

  /** The first JDK whose reflection calls constructors by method handles. */
  private static final int REFLECTION_BY_HANDLES = 18;

  private static final int JDK = Runtime.version().feature();
  private static final String HANDLE = "java/lang/invoke/DirectMethodHandle";
  private static final String NATIVE_ACCESSOR =
      "jdk/internal/reflect/DirectConstructorHandleAccessor$NativeAccessor";

  private AllocatingCalls() {}

  /** Whether a method of that name may be one of them; to be asked first, for it is quick. */
  static boolean name(String name) {
    return NAMES.contains(name);
  }

  /** The one method that is hooked of a class that is left alone else, or null. */
  static String onlyMethod(String owner) {
    return switch (owner) {
      case HANDLE -> "allocateInstance";
      case NATIVE_ACCESSOR -> "newInstance";
      default -> null;
    };
  }

  /** Whether the method is one whose callers are hooked in its stead. */
  static boolean bodyOfCall(String owner, String name, String descriptor) {
    return switch (owner) {
      case "java/util/Arrays" -> copiesObjects(name, descriptor);
      case "java/lang/StringUTF16" -> bytesOfChars(name, descriptor);
      default -> false;
    };
  }

  /** Whether {@code new String} in that class is counted at the callers of the class. */
  static boolean stringOfCall(String in, String type) {
    return in.startsWith(CONCAT_HELPER) && type.equals("java/lang/String");
  }

  /**
   * What a call in a class leaves on the stack, or null when it makes nothing.
   *
   * @param in internal name of the class that calls
   */
  static Made call(String in, int opcode, String owner, String name, String descriptor) {
    if (!name(name)) {
      return null;
    }
    return switch (owner) {
      case "java/lang/Object" ->
          opcode == Opcodes.INVOKESPECIAL && name.equals("clone") ? Made.object(null) : null;
      case "java/lang/reflect/Array" ->
          !name.equals("newInstance")
              ? null
              : descriptor.startsWith("(Ljava/lang/Class;I)") ? Made.any() : Made.nested();
      case "java/util/Arrays" -> copiesObjects(name, descriptor) ? Made.objects() : null;
      case "java/lang/StringUTF16" ->
          bytesOfChars(name, descriptor) ? Made.array(Type.getType(byte[].class)) : null;
      case "jdk/internal/misc/Unsafe" -> raw(in, name);
      case CONCAT_HELPER ->
          descriptor.endsWith(")Ljava/lang/String;") && !in.startsWith(CONCAT_HELPER)
              ? Made.object("java.lang.String")
              : null;
      case "jdk/internal/reflect/ConstructorAccessor" ->
          in.equals("java/lang/reflect/Constructor") && JDK < REFLECTION_BY_HANDLES
              ? Made.object(null)
              : null;
      case NATIVE_ACCESSOR -> Made.object(null);
      default -> owner.charAt(0) == '[' && name.equals("clone") ? clone(owner) : null;
    };
  }

  /** What an invokedynamic leaves on the stack each time, or null when that may be old. */
  static Made dynamic(String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (descriptor.startsWith("()")) {
      return null;
    }
    return switch (bootstrap.getOwner()) {
      case "java/lang/invoke/LambdaMetafactory" -> Made.object(null);
      case "java/lang/invoke/StringConcatFactory" ->
          convertsPrimitive(descriptor, arguments) ? null : Made.object("java.lang.String");
      case "java/lang/runtime/ObjectMethods" ->
          name.equals("toString") && JDK >= RECORDS_CONCATENATE
              ? Made.object("java.lang.String")
              : null;
      default -> null;
    };
  }

  private static Made raw(String in, String name) {
    if (name.equals("allocateUninitializedArray")) {
      return Made.any();
    }
    return in.equals(HANDLE) ? Made.byHandle() : Made.object(null);
  }

  private static Made clone(String array) {
    return Made.castArray(Type.getObjectType(array));
  }

  private static boolean copiesObjects(String name, String descriptor) {
    return name.startsWith("copyOf") && descriptor.endsWith(OBJECTS_BY_CLASS);
  }

  /** The second is what the body of the first calls. */
  private static boolean bytesOfChars(String name, String descriptor) {
    return (name.equals("toBytes") && descriptor.equals(TO_BYTES))
        || (name.equals("newBytesFor") && descriptor.equals("(I)[B"));
  }

  /** {@code "" + number} is {@code String.valueOf(number)}, whose allocations are hooked there. */
  private static boolean convertsPrimitive(String descriptor, Object... arguments) {
    Type[] operands = Type.getArgumentTypes(descriptor);
    boolean bare = arguments.length == 0 || arguments[0].equals("\u0001");
    return bare && operands.length == 1 && operands[0].getSort() <= Type.DOUBLE;
  }
}
