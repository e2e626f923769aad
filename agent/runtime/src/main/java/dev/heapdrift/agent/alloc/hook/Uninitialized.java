package dev.heapdrift.agent.alloc.hook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;

/**
 * The operand stack and the local variables of a method as far as they hold objects that no
 * constructor has run for yet, each known by a number of its own; everything else is 0.
 *
 * <p>Below what was pushed here lie any number of zeros, so that nothing needs to be known at the
 * start of a method or of a handler. Where control flow joins, what fell through is kept: the
 * verifier allows the use of an uninitialised object only if it is the same on all paths.
 */
final class Uninitialized {
  private int[] stack = new int[16];
  private int depth;
  private int[] locals = {};

  /** Slots that hold a number; while there is none, nothing has to be followed. */
  private int held;

  private boolean reachable = true;
  private final Map<Label, int[]> shapes = new HashMap<>();

  /** Whether there is nothing to follow. */
  boolean none() {
    return held == 0;
  }

  /** The slot so many below the top. */
  int below(int slots) {
    int at = depth - 1 - slots;
    return at < 0 ? 0 : stack[at];
  }

  void push(int number) {
    if (held == 0) {
      depth = 0; // nothing was followed since: all below is as good as unknown
    }
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = number;
    held += number == 0 ? 0 : 1;
  }

  int pop() {
    if (depth == 0) {
      return 0;
    }
    int number = stack[--depth];
    held -= number == 0 ? 0 : 1;
    return number;
  }

  /** Pops some slots and pushes others that hold nothing of interest. */
  void replace(int popped, int pushed) {
    for (int i = 0; i < popped; i++) {
      pop();
    }
    for (int i = 0; i < pushed; i++) {
      push(0);
    }
  }

  /** Puts copies of the {@code top} upper slots under the {@code under} slots below them. */
  void duplicate(int top, int under) {
    int[] moved = new int[top + under];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = pop();
    }
    for (int i = top - 1; i >= 0; i--) {
      push(moved[i]);
    }
    for (int i = moved.length - 1; i >= 0; i--) {
      push(moved[i]);
    }
  }

  void swap() {
    int upper = pop();
    int lower = pop();
    push(upper);
    push(lower);
  }

  int local(int variable) {
    return variable < locals.length ? locals[variable] : 0;
  }

  void store(int variable, int number) {
    if (variable >= locals.length) {
      if (number == 0) {
        return;
      }
      locals = Arrays.copyOf(locals, variable + 4);
    }
    held += (number == 0 ? 0 : 1) - (locals[variable] == 0 ? 0 : 1);
    locals[variable] = number;
  }

  /** A constructor has run: that object is one like others now. */
  void initialized(int number) {
    for (int i = 0; i < depth; i++) {
      if (stack[i] == number) {
        stack[i] = 0;
        held--;
      }
    }
    for (int i = 0; i < locals.length; i++) {
      if (locals[i] == number) {
        locals[i] = 0;
        held--;
      }
    }
  }

  /** Control may go to {@code target} with the stack as it is. */
  void jump(Label target) {
    if (held > 0) {
      shapes.put(target, Arrays.copyOf(stack, depth));
    }
  }

  /** Control does not come to what follows but by a jump. */
  void end() {
    reachable = false;
  }

  /** {@code label} is reached. */
  void arrive(Label label) {
    if (reachable) {
      return;
    }
    reachable = true;
    replace(depth, 0);
    for (int number : shapes.getOrDefault(label, new int[0])) {
      push(number);
    }
  }
}
