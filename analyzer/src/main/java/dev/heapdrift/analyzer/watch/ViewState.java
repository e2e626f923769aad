package dev.heapdrift.analyzer.watch;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the keys have chosen: an order, a filter, and what to do next. For one thread. */
public final class ViewState {
  /** What the keys do, for the last line. */
  public static final String HELP =
      "q quit  s snapshot  0-3 level  sort: v verdict  g growth  z size  / filter";

  private static final int ESCAPE = 27;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;

  /** Orders of the rows. */
  public enum Sort {
    /** As the report ranks them: unbounded ones first. */
    VERDICT,
    /** Fastest first. */
    GROWTH,
    /** Largest first. */
    SIZE
  }

  /** What a key asks for. */
  public enum Action {
    /** Nothing but to draw again. */
    DRAW,
    /** The end. */
    QUIT,
    /** A snapshot into the agent's folder. */
    SNAPSHOT,
    /** Another level. */
    OFF,
    /** Another level. */
    WATCH,
    /** Another level. */
    SAMPLE,
    /** Another level. */
    EXACT;

    /** Whether the JVM is asked for something, which may take a while. */
    public boolean asks() {
      return compareTo(SNAPSHOT) >= 0;
    }

    /** What is asked for. */
    public String title() {
      return level() == null ? "snapshot" : "level " + level();
    }

    /** The level that it asks for, or null. */
    public String level() {
      return compareTo(OFF) >= 0 ? name().toLowerCase(Locale.ROOT) : null;
    }
  }

  private Sort sort;
  private String filter;
  private String message = "";
  private boolean typing;

  /** Begins with an order, and a filter that may be empty. */
  public ViewState(Sort sort, String filter) {
    this.sort = sort;
    this.filter = filter;
  }

  /** A key was pressed. */
  public Action press(int key) {
    if (typing) {
      type(key);
      return Action.DRAW;
    }
    message = "";
    return switch (key) {
      case 'q' -> Action.QUIT;
      case 's' -> Action.SNAPSHOT;
      case '0' -> Action.OFF;
      case '1' -> Action.WATCH;
      case '2' -> Action.SAMPLE;
      case '3' -> Action.EXACT;
      case 'v' -> order(Sort.VERDICT);
      case 'g' -> order(Sort.GROWTH);
      case 'z' -> order(Sort.SIZE);
      case '/' -> {
        typing = true;
        filter = "";
        yield Action.DRAW;
      }
      default -> Action.DRAW;
    };
  }

  private void type(int key) {
    if (key == '\n' || key == '\r') {
      typing = false;
    } else if (key == ESCAPE) {
      typing = false;
      filter = "";
    } else if (key == BACKSPACE || key == DELETE) {
      filter = filter.substring(0, Math.max(0, filter.length() - 1));
    } else if (!Character.isISOControl(key)) {
      filter += Character.toString(key);
    }
  }

  private Action order(Sort next) {
    sort = next;
    return Action.DRAW;
  }

  /** Tells what came of an action, until the next key. */
  public void say(String text) {
    message = text;
  }

  /** The last line. */
  public String lastLine() {
    if (typing) {
      return "filter: " + filter;
    }
    String chosen = filter.isEmpty() ? "" : "(filter " + filter + ")  ";
    return message.isEmpty() ? chosen + HELP : message;
  }

  /** The view with the rows that were chosen, in their order. */
  public WatchView apply(WatchView view) {
    List<Finding> rows = view.findings().stream().filter(this::wanted).toList();
    return view.with(
        switch (sort) {
          case VERDICT -> rows;
          case GROWTH -> sorted(rows, Comparator.comparingDouble(ViewState::growth));
          case SIZE ->
              sorted(rows, Comparator.comparingDouble(f -> f.details().container().size()));
        });
  }

  private static List<Finding> sorted(List<Finding> rows, Comparator<Finding> order) {
    return rows.stream().sorted(order.reversed()).toList();
  }

  private static double growth(Finding finding) {
    Double rate = finding.details().growth().entriesPerSecond();
    return rate == null ? 0 : rate;
  }

  private boolean wanted(Finding finding) {
    Details details = finding.details();
    Container container = details.container();
    String text =
        String.join(
            " ",
            finding.kind().label(),
            details.verdict().label(),
            details.title(),
            container.type(),
            String.valueOf(container.owner()),
            details.insertionSite() == null ? "" : details.insertionSite().print());
    return text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }
}
