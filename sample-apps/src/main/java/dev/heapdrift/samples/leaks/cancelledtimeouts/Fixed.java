package dev.heapdrift.samples.leaks.cancelledtimeouts;

import dev.heapdrift.samples.leaks.Pace;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The same client; its scheduler removes what is cancelled. */
public final class Fixed {
  private static final ScheduledThreadPoolExecutor TIMEOUTS =
      new ScheduledThreadPoolExecutor(1, Fixed::daemon);

  static {
    TIMEOUTS.setRemoveOnCancelPolicy(true);
  }

  private int answered;

  private Fixed() {}

  /** Makes 1,000 calls a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed client = new Fixed();
    int calls = Pace.of(args).run(1_000, client::call);
    System.out.println(calls + " calls, " + client.answered + " answered");
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "timeouts");
    thread.setDaemon(true);
    return thread;
  }

  private void call(int turn) {
    Call call = new Call("order-" + turn);
    ScheduledFuture<?> timeout = TIMEOUTS.schedule(call::giveUp, 1, TimeUnit.HOURS);
    answered += call.answer();
    timeout.cancel(false);
  }

  private static final class Call {
    private final String request;
    private boolean open = true;

    Call(String request) {
      this.request = request;
    }

    synchronized int answer() {
      open = false;
      return request.isEmpty() ? 0 : 1;
    }

    synchronized void giveUp() {
      if (open) {
        System.out.println("no answer to " + request);
      }
    }
  }
}
