package dev.heapdrift.samples.busy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listeners: readers subscribe to the ticker, and those who have been there longest leave. */
final class Subscriptions implements Chore {
  private static final int COME = 5; // a turn
  private static final int MOST = 300;
  private static final int LEAST = 200;

  private final List<Headline> ticker = new CopyOnWriteArrayList<>();
  private final Queue<Headline> present = new ArrayDeque<>();
  private int readers;

  @Override
  public long turn(long nanos) {
    for (int i = 0; i < COME; i++) {
      int number = readers++;
      Headline reader = title -> title.length() + number % 2;
      ticker.add(reader);
      present.add(reader);
    }
    String title = "Rain, " + present.size() + " read";
    long read = ticker.stream().mapToLong(reader -> reader.published(title)).sum();
    if (present.size() > MOST) {
      while (present.size() > LEAST) {
        ticker.remove(present.remove());
      }
    }
    return read;
  }

  @Override
  public int held() {
    return ticker.size();
  }

  /** Wants to know what is new. */
  interface Headline {
    int published(String title);
  }
}
