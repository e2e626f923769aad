package dev.heapdrift.agent.growth;

/**
 * How a structure holds its elements: what the owner walk prints as {@code {value}} or {@code [*]}
 * and where element classes are sampled. Fields named for a node are those of its class or of the
 * nearest superclass that declares them.
 */
public sealed interface ElementShape {

  /**
   * An array of nodes, chained or not.
   *
   * <p>A bin of {@code ConcurrentHashMap} may be a TreeBin, a ForwardingNode or a ReservationNode,
   * told by a negative {@code hash}: their keys and values are null.
   *
   * @param field the array
   * @param nodeClass binary name of a node's class
   * @param keyField the key, or null where the node holds it weakly: a raw read of a referent would
   *     go past the collector's barriers
   * @param valueField the value
   * @param nextField the next node of the bin, or null where bins are not chained
   */
  record Table(String field, String nodeClass, String keyField, String valueField, String nextField)
      implements ElementShape {}

  /**
   * Elements stand in an array, with unused slots null.
   *
   * @param field the array
   */
  record Array(String field) implements ElementShape {}

  /**
   * Keys and values alternate in an array.
   *
   * @param field the array
   */
  record AlternatingArray(String field) implements ElementShape {}

  /**
   * A list of nodes; the first may be a dummy whose item is null, and the last may link to itself.
   *
   * @param first field with the first node
   * @param nodeClass binary name of a node's class
   * @param itemField the element
   * @param nextField the next node
   */
  record Linked(String first, String nodeClass, String itemField, String nextField)
      implements ElementShape {}

  /**
   * Nodes in order, under levels of an index whose top may change; the first is a dummy.
   *
   * @param top field with the first entry of the index
   * @param indexClass binary name of the class of such an entry
   * @param indexedField the node that an entry of the index refers to
   * @param nodeClass binary name of a node's class
   * @param keyField the key
   * @param valueField the value
   * @param nextField the next node
   */
  record SkipList(
      String top,
      String indexClass,
      String indexedField,
      String nodeClass,
      String keyField,
      String valueField,
      String nextField)
      implements ElementShape {}

  /**
   * A binary tree.
   *
   * @param root field with the root node
   * @param nodeClass binary name of a node's class
   * @param keyField the key
   * @param valueField the value
   * @param leftField the left child
   * @param rightField the right child
   */
  record Tree(
      String root,
      String nodeClass,
      String keyField,
      String valueField,
      String leftField,
      String rightField)
      implements ElementShape {}

  /** No references are held. */
  record None() implements ElementShape {}
}
