package dev.heapdrift.samples.leaks.listeners;

import dev.heapdrift.samples.leaks.Pace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The same stock ticker; a view that closes takes its listener back. */
public final class Fixed {

  private static final List<PriceListener> LISTENERS = new CopyOnWriteArrayList<>();

  private Fixed() {}

  /** Opens and closes 300 views a second, with a price every tenth of a second. */
  public static void main(String[] args) throws InterruptedException {
    long[] shown = new long[1];
    int views =
        Pace.of(args)
            .run(
                300,
                turn -> {
                  View view = View.open("view-" + turn);
                  if (turn % 30 == 0) {
                    LISTENERS.forEach(listener -> listener.price(10_000 + turn % 500));
                  }
                  view.close();
                  shown[0] += view.shown;
                });
    System.out.println(views + " views, " + shown[0] + " prices shown");
  }

  interface PriceListener {
    void price(long cents);
  }

  private static final class View implements PriceListener {
    private final String title;
    private boolean open = true;
    private int shown;

    private View(String title) {
      this.title = title;
    }

    static View open(String title) {
      View view = new View(title);
      LISTENERS.add(view);
      return view;
    }

    @Override
    public void price(long cents) {
      if (open && !title.isEmpty()) {
        shown++;
      }
    }

    void close() {
      open = false;
      LISTENERS.remove(this);
    }
  }
}
