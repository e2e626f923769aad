package dev.heapdrift.benchmarks.work;

/**
 * Builds a full binary tree of 2,047 nodes and counts them, beside one of 32,767 nodes that stays
 * (after the program of that name in the Computer Language Benchmarks Game).
 */
final class BinaryTrees implements Workload {

  private static final int LONG_LIVED_DEPTH = 14;
  private static final int DEPTH = 10;

  private final Tree longLived = new Tree(LONG_LIVED_DEPTH);

  private static final class Tree {
    final Tree left;
    final Tree right;

    Tree(int depth) {
      left = depth == 0 ? null : new Tree(depth - 1);
      right = depth == 0 ? null : new Tree(depth - 1);
    }

    int count() {
      return left == null ? 1 : 1 + left.count() + right.count();
    }
  }

  @Override
  public long unit() {
    return new Tree(DEPTH).count() + (longLived.right == null ? 0L : 1L);
  }
}
