package dev.heapdrift.agent.jmx;

import java.util.ArrayDeque;
import java.util.List;

/** News that wait until those who listen have heard the last ones. Any thread. */
final class Outbox {
  /** News kept while a listener is slow; the oldest give way. */
  static final int MOST = 64;

  private final ArrayDeque<News> waiting = new ArrayDeque<>();

  synchronized void add(News news) {
    if (waiting.size() == MOST) {
      waiting.remove();
    }
    waiting.add(news);
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Takes all, the oldest first. */
  synchronized List<News> take() {
    List<News> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
