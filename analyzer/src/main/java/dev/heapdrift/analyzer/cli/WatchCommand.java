package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.report.WatchText;
import dev.heapdrift.analyzer.watch.JvmSampler;
import dev.heapdrift.analyzer.watch.Keyboard;
import dev.heapdrift.analyzer.watch.ViewState;
import dev.heapdrift.analyzer.watch.ViewState.Action;
import dev.heapdrift.analyzer.watch.WatchView;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code heapdrift watch}: what grows in a JVM, as it grows. */
@Command(
    name = "watch",
    description = {
      "Shows what grows in a running JVM that an agent watches.",
      "That is: heap after collections, and of each container verdict, size, rate, owner and"
          + " inserting line; again and again on a terminal, else once. Keys:",
      ViewState.HELP
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class WatchCommand extends JvmCommand {
  private static final int PLAIN_WIDTH = 200;
  private static final int LINES_EACH = 3;

  /** Lines that are no rows: three above, one for what is not shown, the last one. */
  private static final int OTHER_LINES = 5;

  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "Time between two looks (default: 2).")
  private int every = 2;

  @Option(names = "--once", description = "Show it once, plainly, also on a terminal.")
  private boolean once;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "${COMPLETION-CANDIDATES} (default: verdict).")
  private ViewState.Sort sort = ViewState.Sort.VERDICT;

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "Show only what has this text in its names.")
  private String filter = "";

  @Option(names = "--limit", paramLabel = "N", description = "Rows at most (default: 20).")
  private int limit = 20;

  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    if (every < 1 || limit < 1) {
      throw new ParameterException(command, "--every and --limit must be at least 1");
    }
    ViewState state = new ViewState(sort, filter);
    jvm.requireAgent();
    try (JvmSampler sampler = JvmSampler.of(jvm)) {
      if (once || !Terminal.progressShown()) {
        draw(state.apply(sampler.view()), PLAIN_WIDTH, limit, command.getOut());
      } else {
        live(jvm, sampler, state, command.getOut());
      }
    } catch (IOException problem) {
      throw new AttachException("cannot watch JVM " + jvm.pid(), problem);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live(Attachment jvm, JvmSampler sampler, ViewState state, PrintWriter out)
      throws AttachException, IOException, InterruptedException {
    try (Keyboard keyboard = Keyboard.open()) {
      WatchView view = sampler.view();
      long due = System.nanoTime();
      Action action = Action.DRAW;
      while (action != Action.QUIT) {
        long left = TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
        if (left <= 0) {
          view = sampler.view();
          due = System.nanoTime() + TimeUnit.SECONDS.toNanos(every);
        }
        screen(state, view, out);
        int key = keyboard.await(Math.max(0, left));
        action = key < 0 ? Action.DRAW : state.press(key);
        if (action.asks()) {
          state.say(action.title() + " ...");
          screen(state, view, out);
          perform(action, jvm, sampler, state);
        }
      }
      out.println();
    }
  }

  private static void perform(Action action, Attachment jvm, JvmSampler sampler, ViewState state) {
    try {
      if (action == Action.SNAPSHOT) {
        state.say("snapshot " + jvm.ask(Verb.SNAPSHOT, null));
      } else {
        sampler.level(action.level());
        state.say(action.title());
      }
    } catch (AttachException problem) {
      state.say(problem.getMessage());
    }
  }

  private void screen(ViewState state, WatchView view, PrintWriter out) {
    int[] size = Keyboard.size();
    int rows = Math.max(1, Math.min(limit, (size[0] - OTHER_LINES) / LINES_EACH));
    out.print(HOME_AND_CLEAR);
    draw(state.apply(view), size[1], rows, out);
    String last = state.lastLine();
    out.print(last.substring(0, Math.min(last.length(), size[1] - 1)));
    out.flush();
  }

  private static void draw(WatchView view, int width, int rows, PrintWriter out) {
    new WatchText(Terminal.style(), width, rows).write(view, out);
  }
}
