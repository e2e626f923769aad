package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.control.Suspect;
import java.util.Map;

/**
 * Something that those who listen are told.
 *
 * @param type of the notification
 * @param message one line for people
 * @param about its user data
 */
record News(String type, String message, Object about) {
  /** A collection has begun to grow steadily; about its number. */
  static final String GROWTH = "dev.heapdrift.growth";

  /** The analyzer has called something unbounded; about its fingerprint. */
  static final String VERDICT = "dev.heapdrift.verdict";

  static News of(Suspect suspect) {
    return new News(GROWTH, suspect.sentence(), suspect.id());
  }

  /** Of a finding, as the analyzer tells it. */
  static News of(Map<String, String> finding) {
    String message = finding.get("verdict") + ": " + finding.get("title");
    return new News(VERDICT, message, finding.get("fingerprint"));
  }
}
