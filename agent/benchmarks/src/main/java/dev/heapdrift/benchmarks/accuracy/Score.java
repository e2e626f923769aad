package dev.heapdrift.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What was said about one pair.
 *
 * @param first the first unbounded finding names the right line or the right owner
 * @param line and the line is right
 * @param owner and the owner is right; null where none is expected
 * @param kind and the kind is right
 * @param beside unbounded findings of the leaky twin that are of something else
 * @param silent enough was seen of the fixed twin, and nothing was called unbounded
 * @param said the first unbounded finding, or what came in its place
 */
record Score(
    Pair pair,
    boolean first,
    boolean line,
    Boolean owner,
    boolean kind,
    int beside,
    boolean silent,
    String said) {

  /** Fewer snapshots than this say nothing about silence. */
  private static final int ENOUGH = 6;

  /**
   * Judges one pair.
   *
   * @param sites the frames that a finding may name
   * @param leaky the analyzer's document about the leaky twin; a missing node when its run failed
   * @param fixed the same of the fixed twin
   */
  static Score of(Pair pair, List<String> sites, JsonNode leaky, JsonNode fixed) {
    List<JsonNode> found = unbounded(leaky);
    JsonNode top = found.isEmpty() ? leaky.path("none") : found.get(0);
    boolean line = atLine(top, sites);
    boolean owner = ownedBy(top, pair.owner());
    boolean first = line || owner;
    long beside =
        found.stream().filter(one -> !atLine(one, sites) && !ownedBy(one, pair.owner())).count();
    return new Score(
        pair,
        first,
        line,
        pair.owner() == null ? null : owner,
        first && top.path("kind").asText().equals(pair.kind()),
        (int) beside,
        silent(fixed),
        said(leaky, top));
  }

  /** Whether so much was seen that silence means something, and nothing was called unbounded. */
  static boolean silent(JsonNode answer) {
    return answer.path("snapshots").asInt() >= ENOUGH && unbounded(answer).isEmpty();
  }

  private static List<JsonNode> unbounded(JsonNode answer) {
    return StreamSupport.stream(answer.path("findings").spliterator(), false)
        .filter(finding -> finding.path("verdict").asText().equals("unbounded"))
        .toList();
  }

  private static boolean atLine(JsonNode finding, List<String> sites) {
    return sites.contains(finding.path("insertionSite").asText());
  }

  private static boolean ownedBy(JsonNode finding, String owner) {
    return owner != null && finding.path("container").path("owner").asText().contains(owner);
  }

  private static String said(JsonNode leaky, JsonNode top) {
    if (leaky.isMissingNode()) {
      return "the run failed";
    }
    if (top.isMissingNode()) {
      return leaky.path("outcome").asText();
    }
    return top.path("kind").asText() + " at " + top.path("insertionSite").asText();
  }
}
