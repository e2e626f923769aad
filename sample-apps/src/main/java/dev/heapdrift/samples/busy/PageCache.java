package dev.heapdrift.samples.busy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** An LRU cache at its capacity: rendered pages, of which few are asked for often. */
final class PageCache implements Chore {
  private static final int CAPACITY = 2_000;
  private static final int PAGES = 20_000;
  private static final int ASKED = 50; // a turn
  private static final int SHORTEST = 1_000; // bytes

  private final Map<Integer, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final SplittableRandom chance = new SplittableRandom(2);

  @Override
  public long turn(long nanos) {
    long sent = 0;
    for (int i = 0; i < ASKED; i++) {
      int page = Skewed.below(PAGES, chance);
      sent += pages.computeIfAbsent(page, PageCache::render).length;
      if (pages.size() > CAPACITY) {
        Iterator<Integer> eldestFirst = pages.keySet().iterator();
        eldestFirst.next();
        eldestFirst.remove();
      }
    }
    return sent;
  }

  private static byte[] render(int page) {
    return new byte[SHORTEST + page % SHORTEST];
  }

  @Override
  public int held() {
    return pages.size();
  }
}
