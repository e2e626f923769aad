package dev.heapdrift.analyzer.scenario;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Expressions of Java that make what a parameter takes: a new object, or another value, for each
 * run, since what is the same every time would not grow.
 */
final class Values {
  /** The variable of the test that counts its runs. */
  static final String RUN = "run";

  /** The method of the test that makes an object behind any interface. */
  static final String ANY = "any";

  /** Objects inside objects that are made. */
  private static final int DEPTH = 4;

  private static final String TEXT = "\"heapdrift-\" + run";

  /** By the names of types; all others of the JDK are made by a constructor without parameters. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("boolean", "true"),
          Map.entry("byte", "(byte) run"),
          Map.entry("char", "(char) run"),
          Map.entry("double", "run"),
          Map.entry("float", "run"),
          Map.entry("int", "run"),
          Map.entry("long", "run"),
          Map.entry("short", "(short) run"),
          Map.entry("java.lang.Boolean", "true"),
          Map.entry("java.lang.Byte", "(byte) run"),
          Map.entry("java.lang.CharSequence", TEXT),
          Map.entry("java.lang.Character", "(char) run"),
          Map.entry("java.lang.Class", "Object.class"),
          Map.entry("java.lang.Double", "(double) run"),
          Map.entry("java.lang.Float", "(float) run"),
          Map.entry("java.lang.Integer", "run"),
          Map.entry("java.lang.Iterable", "new java.util.ArrayList<>()"),
          Map.entry("java.lang.Long", "(long) run"),
          Map.entry("java.lang.Number", "run"),
          Map.entry("java.lang.Short", "(short) run"),
          Map.entry("java.lang.String", TEXT),
          Map.entry("java.math.BigDecimal", "java.math.BigDecimal.valueOf(run)"),
          Map.entry("java.math.BigInteger", "java.math.BigInteger.valueOf(run)"),
          Map.entry("java.nio.file.Path", "java.nio.file.Path.of(" + TEXT + ")"),
          Map.entry("java.time.Duration", "java.time.Duration.ofSeconds(run)"),
          Map.entry("java.time.Instant", "java.time.Instant.ofEpochSecond(run)"),
          Map.entry("java.time.LocalDate", "java.time.LocalDate.ofEpochDay(run)"),
          Map.entry("java.util.Collection", "new java.util.ArrayList<>()"),
          Map.entry("java.util.Deque", "new java.util.ArrayDeque<>()"),
          Map.entry("java.util.List", "new java.util.ArrayList<>()"),
          Map.entry("java.util.Locale", "java.util.Locale.ROOT"),
          Map.entry("java.util.Map", "new java.util.HashMap<>()"),
          Map.entry("java.util.Optional", "java.util.Optional.empty()"),
          Map.entry("java.util.Queue", "new java.util.ArrayDeque<>()"),
          Map.entry("java.util.Set", "new java.util.HashSet<>()"),
          Map.entry("java.util.UUID", "new java.util.UUID(0, run)"));

  private final Sources sources;
  private final String packageName;

  /**
   * Values for a test.
   *
   * @param sources where classes of the application are
   * @param packageName of the test
   */
  Values(Sources sources, String packageName) {
    this.sources = sources;
    this.packageName = packageName;
  }

  /**
   * The arguments for a member; what it takes that cannot be made is added to the reasons.
   *
   * @return empty when there is none for a parameter
   */
  Optional<String> arguments(Member member, List<String> reasons) {
    List<TypeParameterTree> variables = new ArrayList<>(member.method().getTypeParameters());
    variables.addAll(member.type().tree().getTypeParameters());
    List<String> values = new ArrayList<>();
    for (VariableTree parameter : member.method().getParameters()) {
      Optional<String> value =
          variable(parameter.getType(), variables)
              .or(() -> value(parameter.getType(), member.source(), DEPTH));
      if (value.isEmpty()) {
        reasons.add("takes a " + parameter.getType() + ", of which no object can be made");
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(String.join(", ", values));
  }

  /** What makes an object of a class of the test's own package, by what takes the least. */
  Optional<String> made(Declared type, Source in) {
    return made(type.name(), new Sources.Found(in, type), /* foreign= */ false, DEPTH);
  }

  private static Optional<String> variable(Tree type, List<TypeParameterTree> variables) {
    return variables.stream()
        .filter(variable -> variable.getName().contentEquals(type.toString()))
        .filter(variable -> variable.getBounds().isEmpty())
        .findFirst()
        .map(variable -> "new Object()");
  }

  private Optional<String> value(Tree type, Source in, int depth) {
    return switch (type.getKind()) {
      case ANNOTATED_TYPE -> value(((AnnotatedTypeTree) type).getUnderlyingType(), in, depth);
      case PARAMETERIZED_TYPE -> value(((ParameterizedTypeTree) type).getType(), in, depth);
      case ARRAY_TYPE -> array(((ArrayTypeTree) type).getType(), in, depth);
      case PRIMITIVE_TYPE -> Optional.of(KNOWN.get(type.toString()));
      case IDENTIFIER, MEMBER_SELECT ->
          TypeNames.of(type.toString(), in).stream()
              .map(name -> named(name, depth))
              .flatMap(Optional::stream)
              .findFirst();
      default -> Optional.empty();
    };
  }

  // With one element, which is made as a parameter would be; the compiler knows its type.
  private Optional<String> array(Tree element, Source in, int depth) {
    if (element instanceof PrimitiveTypeTree) {
      return Optional.of("new " + element + "[16]");
    }
    return value(element, in, depth)
        .flatMap(
            made ->
                TypeNames.of(element.toString(), in).stream()
                    .filter(name -> named(name, depth).isPresent())
                    .findFirst()
                    .map(name -> "new " + name + "[] {" + made + '}'));
  }

  private Optional<String> named(String name, int depth) {
    String known = KNOWN.get(name);
    return known != null
        ? Optional.of(known)
        : sources
            .type(name)
            .map(found -> declared(name, found, depth))
            .orElseGet(() -> ofJdk(name));
  }

  private Optional<String> declared(String name, Sources.Found found, int depth) {
    Declared type = found.type();
    boolean foreign = !found.source().packageName().equals(packageName);
    if (depth == 0 || type.hidden() != null || (foreign && !type.isPublic())) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return Optional.of(name + ".values()[0]");
    }
    if (type.isInterface()) {
      return type.isSealed() ? Optional.empty() : Optional.of(any(name));
    }
    return type.unmade() != null ? Optional.empty() : made(name, found, foreign, depth);
  }

  private Optional<String> made(String name, Sources.Found found, boolean foreign, int depth) {
    for (List<? extends VariableTree> parameters : found.type().constructors(foreign)) {
      List<String> values =
          parameters.stream()
              .map(parameter -> value(parameter.getType(), found.source(), depth - 1))
              .flatMap(Optional::stream)
              .toList();
      if (values.size() == parameters.size()) {
        return Optional.of("new " + name + '(' + String.join(", ", values) + ')');
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofJdk(String name) {
    try {
      Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      if (!Modifier.isPublic(type.getModifiers()) || type.isSealed()) {
        return Optional.empty();
      }
      if (type.isInterface()) {
        return Optional.of(any(name));
      }
      boolean made =
          !Modifier.isAbstract(type.getModifiers())
              && Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
      return made ? Optional.of("new " + name + "()") : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static String any(String name) {
    return ANY + '(' + name + ".class)";
  }
}
