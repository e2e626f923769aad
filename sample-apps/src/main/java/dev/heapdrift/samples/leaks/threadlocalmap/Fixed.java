package dev.heapdrift.samples.leaks.threadlocalmap;

import dev.heapdrift.samples.leaks.Pace;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Renders the same pages; each request clears its fragments when it ends. */
public final class Fixed {

  private static final ThreadLocal<Map<String, String>> FRAGMENTS =
      ThreadLocal.withInitial(HashMap::new);

  private final AtomicLong characters = new AtomicLong();

  private Fixed() {}

  /** Renders 1,000 pages a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed site = new Fixed();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    int pages = Pace.of(args).run(1_000, turn -> pool.execute(() -> site.render(turn)));
    pool.shutdown();
    if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the pool does not keep up");
    }
    System.out.println(pages + " pages, " + site.characters + " characters");
  }

  private void render(int request) {
    try {
      String page = fragment(request, "header") + fragment(request, "body");
      characters.addAndGet(page.length() + fragment(request, "header").length());
    } finally {
      FRAGMENTS.remove();
    }
  }

  /** A part of the page; one that is shown twice is rendered once. */
  private static String fragment(int request, String part) {
    Map<String, String> fragments = FRAGMENTS.get();
    String key = request + "/" + part;
    String fragment = fragments.get(key);
    if (fragment == null) {
      fragment = "<div class='" + part + "'>page " + request + "</div>";
      fragments.put(key, fragment);
    }
    return fragment;
  }
}
