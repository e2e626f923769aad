package dev.heapdrift.agent.zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which method takes out what another one puts in, by the names that APIs give such pairs: {@code
 * removeListener} for {@code addListener}, {@code dispose} for {@code subscribe}.
 */
final class Counterparts {
  /** What is looked for when no pair has the same ending: {@code close} for {@code openSession}. */
  private static final List<String> ANY =
      List.of("remove", "unregister", "unsubscribe", "dispose", "cancel", "close", "evict");

  private static final Map<String, List<String>> BY_VERB =
      Map.ofEntries(
          Map.entry("acquire", List.of("release")),
          Map.entry("add", List.of("remove", "delete")),
          Map.entry("attach", List.of("detach")),
          Map.entry("bind", List.of("unbind")),
          Map.entry("cache", List.of("evict", "invalidate", "uncache", "remove")),
          Map.entry("connect", List.of("disconnect")),
          Map.entry("create", List.of("destroy", "delete", "remove", "drop", "close")),
          Map.entry("enqueue", List.of("dequeue")),
          Map.entry("enter", List.of("exit", "leave")),
          Map.entry("insert", List.of("delete", "remove")),
          Map.entry("install", List.of("uninstall")),
          Map.entry("offer", List.of("poll", "take", "remove")),
          Map.entry("on", List.of("off")),
          Map.entry("open", List.of("close")),
          Map.entry("push", List.of("pop")),
          Map.entry("put", List.of("remove", "evict", "invalidate")),
          Map.entry("register", List.of("unregister", "deregister", "remove")),
          Map.entry("schedule", List.of("cancel", "unschedule")),
          Map.entry("set", List.of("unset", "remove", "clear")),
          Map.entry("start", List.of("stop", "end", "finish")),
          Map.entry("store", List.of("remove", "delete")),
          Map.entry("submit", List.of("cancel")),
          Map.entry("subscribe", List.of("unsubscribe", "dispose", "cancel")),
          Map.entry("watch", List.of("unwatch")));

  private Counterparts() {}

  /**
   * Names under which the counterpart of a method may go, the likeliest first; empty when its name
   * is no verb that has one.
   */
  static List<String> of(String inserter) {
    int end = 0;
    while (end < inserter.length() && Character.isLowerCase(inserter.charAt(end))) {
      end++;
    }
    List<String> verbs = BY_VERB.get(inserter.substring(0, end));
    if (verbs == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String verb : verbs) {
      names.add(verb + inserter.substring(end));
    }
    names.addAll(verbs);
    names.addAll(ANY);
    return names;
  }
}
