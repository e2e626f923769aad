package dev.heapdrift.agent.alloc;

import dev.heapdrift.snapshot.Frame;

/**
 * An instruction that makes objects.
 *
 * @param className binary name of the class that holds it
 * @param method name of the method that holds it
 * @param descriptor descriptor of that method
 * @param file source file, or null where the class does not tell
 * @param line line in it, or -1
 * @param ordinal its number among the allocations of the method, which no retransformation changes
 * @param type class of the objects as {@link Class#getTypeName} prints it, or null when it differs
 *     from object to object
 * @param jdk whether the class is the JDK's, so that the line to blame is that of a caller
 */
public record AllocationSite(
    String className,
    String method,
    String descriptor,
    String file,
    int line,
    int ordinal,
    String type,
    boolean jdk) {

  /** The site as a frame of a stack. */
  Frame frame() {
    return new Frame(className, method, file, line);
  }

  /** Whether both are the same instruction of a class of the same name. */
  boolean sameInstruction(AllocationSite other) {
    return ordinal == other.ordinal
        && className.equals(other.className)
        && method.equals(other.method)
        && descriptor.equals(other.descriptor);
  }

  /** Equal for all that {@link #sameInstruction} holds for. */
  int instructionHash() {
    int hash = className.hashCode();
    hash = 31 * hash + method.hashCode();
    hash = 31 * hash + descriptor.hashCode();
    return 31 * hash + ordinal;
  }
}
