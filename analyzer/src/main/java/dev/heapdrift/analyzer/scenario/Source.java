package dev.heapdrift.analyzer.scenario;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A source file, parsed and no more: names in it are not resolved.
 *
 * @param unit what it holds
 * @param positions where that stands
 */
record Source(CompilationUnitTree unit, SourcePositions positions) {

  /** The package; empty for the unnamed one. */
  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  /** What is imported: {@code java.util.List}, {@code java.util.*}. */
  List<String> imports() {
    return unit.getImports().stream()
        .filter(declared -> !declared.isStatic())
        .map((ImportTree declared) -> declared.getQualifiedIdentifier().toString())
        .toList();
  }

  /** The innermost method or constructor around a line. */
  Optional<Member> at(int line) {
    return members().stream()
        .filter(member -> from(member.method()) <= line && line <= to(member.method()))
        .reduce((outer, inner) -> inner);
  }

  /**
   * A class that is declared here.
   *
   * @param name simple, or with the names of the classes around it: {@code Orders.Line}
   */
  Optional<Declared> type(String name) {
    return types().stream()
        .filter(type -> type.name().equals(name) || type.name().endsWith('.' + name))
        .findFirst();
  }

  /** All members, the outer before the inner. */
  private List<Member> members() {
    return types().stream()
        .flatMap(
            type ->
                type.tree().getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(method -> new Member(this, type, (MethodTree) method)))
        .toList();
  }

  /** All classes, the outer before the inner. */
  private List<Declared> types() {
    List<Declared> types = new ArrayList<>();
    Deque<ClassTree> around = new ArrayDeque<>();
    new TreePathScanner<Void, Void>() {
      private int locals;

      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        int outside = locals;
        locals += isLocal() ? 1 : 0;
        around.addLast(type);
        types.add(new Declared(List.copyOf(around), locals > 0));
        super.visitClass(type, null);
        around.removeLast();
        locals = outside;
        return null;
      }

      private boolean isLocal() {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        return !(parent instanceof ClassTree) && !(parent instanceof CompilationUnitTree);
      }
    }.scan(unit, null);
    return types;
  }

  private long from(Tree tree) {
    return line(positions.getStartPosition(unit, tree));
  }

  private long to(Tree tree) {
    return line(positions.getEndPosition(unit, tree));
  }

  // What the compiler adds, such as a constructor, stands nowhere.
  private long line(long position) {
    return position < 0 ? -1 : unit.getLineMap().getLineNumber(position);
  }
}
