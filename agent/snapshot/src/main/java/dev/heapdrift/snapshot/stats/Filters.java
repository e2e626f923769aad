package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.regex.Pattern;

/** Several {@link Filter}s with their patterns compiled. Immutable. */
public final class Filters {
  private final List<Matcher> inclusive;
  private final List<Matcher> exclusive;

  private Filters(List<Matcher> inclusive, List<Matcher> exclusive) {
    this.inclusive = inclusive;
    this.exclusive = exclusive;
  }

  /** Compiles filters; none keep everything. */
  public static Filters of(List<Filter> filters) {
    return new Filters(
        filters.stream().filter(Filter::inclusive).map(Matcher::new).toList(),
        filters.stream().filter(filter -> !filter.inclusive()).map(Matcher::new).toList());
  }

  /** Whether a stack, most recent frame first, is kept; one without frames matches no filter. */
  public boolean keeps(List<Frame> stack) {
    return (inclusive.isEmpty() || any(inclusive, stack)) && !any(exclusive, stack);
  }

  private static boolean any(List<Matcher> matchers, List<Frame> stack) {
    for (Matcher matcher : matchers) {
      if (matcher.matches(stack)) {
        return true;
      }
    }
    return false;
  }

  private static final class Matcher {
    private final boolean allFrames;
    private final int line;
    private final Pattern file;
    private final Pattern classes;

    Matcher(Filter filter) {
      String glob = glob(filter.pattern().strip());
      allFrames = filter.allFrames();
      line = filter.line();
      file = Pattern.compile(glob);
      classes = Pattern.compile(glob + "([.$].*)?");
    }

    boolean matches(List<Frame> stack) {
      if (allFrames) {
        return stack.stream().anyMatch(this::matches);
      }
      Frame site = AppFrames.site(stack);
      return site != null && matches(site);
    }

    private boolean matches(Frame frame) {
      return (line == 0 || line == frame.line())
          && (classes.matcher(frame.className()).matches()
              || (frame.fileName() != null && file.matcher(frame.fileName()).matches()));
    }

    private static String glob(String pattern) {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        switch (c) {
          case '*' -> regex.append(".*");
          case '?' -> regex.append('.');
          default -> regex.append(Pattern.quote(String.valueOf(c)));
        }
      }
      return regex.toString();
    }
  }
}
