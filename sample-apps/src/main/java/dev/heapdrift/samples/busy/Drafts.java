package dev.heapdrift.samples.busy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Garbage: large collections that live for one turn, and a thread's buffer that is used again. */
final class Drafts implements Chore {
  private static final int LINES = 3_000; // a turn
  private static final ThreadLocal<StringBuilder> DRAFT =
      ThreadLocal.withInitial(StringBuilder::new);

  @Override
  public long turn(long nanos) {
    List<Integer> lengths = new ArrayList<>();
    Map<Integer, Integer> words = new HashMap<>();
    StringBuilder draft = DRAFT.get();
    draft.setLength(0);
    for (int line = 0; line < LINES; line++) {
      draft.append(line);
      lengths.add(draft.length());
      words.merge(draft.length() * 31 % 2_003, 1, Integer::sum);
    }
    long letters = draft.length();
    return letters + lengths.size() + words.size();
  }

  @Override
  public int held() {
    return 0;
  }
}
