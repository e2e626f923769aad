package dev.heapdrift.agent.alloc.hook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Ways to allocate, each with the types of what its own bytecode makes, in order. */
@SuppressWarnings("ImmutableEnumChecker") // its lambdas hold nothing, its lists are unmodifiable
enum Ways {
  OBJECT(() -> new Object(), "java.lang.Object"),
  NESTED(
      () -> new Pair(new Object(), new Pair(null, new int[2])),
      "java.lang.Object",
      "int[]",
      "Pair",
      "Pair"),
  BRANCH_IN_AN_ARGUMENT(
      () -> new Pair(one() == 1 ? new Object() : new int[1], null), "java.lang.Object", "Pair"),
  TRY_IN_AN_ARGUMENT(
      () ->
          new Pair(
              new Object(),
              switch (one()) {
                case 2 -> "two";
                default -> {
                  try {
                    yield new Pair(Integer.parseInt("x"), null);
                  } catch (NumberFormatException e) {
                    yield new short[3];
                  }
                }
              }),
      "java.lang.Object",
      "short[]",
      "Pair"),
  THROW_IN_AN_ARGUMENT(
      () ->
          new Pair(
              new Object(),
              switch (one()) {
                case 2 -> 1;
                default -> throw new IllegalStateException();
              }),
      "java.lang.Object",
      "java.lang.IllegalStateException"),
  DROPPED(
      () -> {
        new Pair(null, null);
        return null;
      },
      "Pair"),
  PRIMITIVE_ARRAYS(
      () ->
          new Object[] {
            new boolean[1],
            new byte[1],
            new char[1],
            new short[1],
            new int[1],
            new long[1],
            new float[1],
            new double[1]
          },
      "java.lang.Object[]",
      "boolean[]",
      "byte[]",
      "char[]",
      "short[]",
      "int[]",
      "long[]",
      "float[]",
      "double[]"),
  ARRAYS_OF_ARRAYS(() -> new int[2][3], "int[][]", "int[]", "int[]"),
  HALF_AN_ARRAY_OF_ARRAYS(() -> new String[2][], "java.lang.String[][]"),
  REFLECTIVE_ARRAY(() -> java.lang.reflect.Array.newInstance(long.class, 3), "long[]"),
  REFLECTIVE_ARRAYS(
      () -> java.lang.reflect.Array.newInstance(byte.class, 1, 2), "int[]", "byte[][]", "byte[]"),
  COPY_OF_ANOTHER_TYPE(
      () -> Arrays.copyOf(new String[1], 2, Object[].class),
      "java.lang.String[]",
      "java.lang.Object[]"),
  CLONED_ARRAY(() -> new int[1].clone(), "int[]", "int[]"),
  CLONED_ARRAYS(() -> new int[1][1].clone(), "int[][]", "int[]", "int[][]"),
  ENUM_CONSTANTS(() -> Two.values(), "Two[]"),
  CLONED_OBJECT(() -> new Sheep().clone(), "Sheep", "Sheep"),
  VARARGS(() -> Arrays.asList("a", "b"), "java.lang.String[]"),
  RECORD(() -> new Point(1, 2), "Point"),
  CAPTURING_LAMBDA(
      () -> {
        int one = one();
        Supplier<Object> lambda = () -> one;
        return lambda;
      },
      "lambda"),
  LAMBDA_WITHOUT_CAPTURES(
      () -> {
        Supplier<Object> lambda = () -> null;
        return lambda;
      }),
  ARGUMENT_OF_SUPER(() -> new Derived(), "int[]", "Derived"),
  ESCAPING_THIS(() -> new Escaping(new ArrayList<>()), "java.util.ArrayList", "Pair", "Escaping"),
  WIDE_ARGUMENTS(() -> new Wide(1L, 2.0, new Wide(3L, 4.0, null)), "Wide", "Wide"),
  FAILING_CONSTRUCTOR(() -> new Failing(), "java.lang.IllegalArgumentException");

  private final Callable<Object> way;
  private final List<String> types;

  Ways(Callable<Object> way, String... types) {
    this.way = way;
    this.types = List.of(types);
  }

  /** Types that a test expects; classes of this file by their last name. */
  List<String> types() {
    return types;
  }

  /** Runs a way of this copy of the class; what it throws is part of it. */
  static Object run(String name) {
    try {
      return valueOf(name).way.call();
    } catch (Exception e) {
      return e;
    }
  }

  private static int one() {
    return Thread.currentThread().isAlive() ? 1 : 2;
  }

  enum Two {
    FIRST,
    SECOND
  }

  record Pair(Object left, Object right) {}

  record Point(int x, int y) {}

  record Wide(long a, double b, Wide next) {}

  static class Sheep implements Cloneable {
    @Override
    protected Sheep clone() throws CloneNotSupportedException {
      return (Sheep) super.clone();
    }
  }

  static class Base {
    final Object held;

    Base(Object held) {
      this.held = held;
    }
  }

  static final class Derived extends Base {
    Derived() {
      super(new int[2]);
    }
  }

  static final class Escaping extends Base {
    Escaping(List<Object> to) {
      super(to);
      to.add(new Pair(this, null));
    }
  }

  static final class Failing extends Base {
    Failing() {
      super(null);
      throw new IllegalArgumentException();
    }
  }
}
