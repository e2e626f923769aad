package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Status;
import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.agent.log.AgentLog;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.snapshots.CostMeter;
import dev.heapdrift.agent.snapshots.CostMeter.Activity;
import dev.heapdrift.agent.snapshots.GcClock;
import dev.heapdrift.agent.snapshots.HeapTrigger;
import dev.heapdrift.agent.snapshots.JvmFactsReader;
import dev.heapdrift.agent.snapshots.SnapshotAssembler;
import dev.heapdrift.agent.snapshots.SnapshotFolder;
import dev.heapdrift.agent.work.ApiCounters;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.hooks.DoorInstances;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Level {@code watch}, and what the others have on top: notice, read, find the owner, zoom, write.
 * Start reading at {@link #inOrder}. Agent thread only.
 */
final class Watch implements AutoCloseable {

  /** Sizes are read so often for each snapshot, so that work in bursts shows its pauses... */
  private static final long READINGS = 2;

  /** ...but no more rarely than this, in ms. */
  private static final long READ_MILLIS = 10_000;

  /** Owners are sought, and zooms adjusted, at most this often, in ms. */
  private static final long PURSUE_MILLIS = 1000;

  /** The agent looks at its own cost, and at what grows steadily, at most this often, in ms. */
  private static final long GOVERN_MILLIS = 1000;

  /**
   * Classes loaded before an attach are hooked without delay, but for no more than one part in so
   * many of the time. The first hook of all has the JVM throw away all compiled code; what is
   * hooked before it has compiled that again costs little more, and later as much again.
   */
  private static final int CATCH_UP_COST_FACTOR = 4;

  /** A walk that took a second is not repeated for so many seconds: 2 % of one core. */
  private static final int WALK_COST_FACTOR = 50;

  /** The same of a walk that nothing has asked for: 0.5 %. */
  private static final int CENSUS_COST_FACTOR = 200;

  /** A snapshot that took a second is not repeated for so many seconds. */
  private static final int SNAPSHOT_COST_FACTOR = 20;

  private final Installation installation;
  private final LevelSwitch levels;
  private final CostMeter meter = new CostMeter();
  private final GcClock clock;
  private final long exitMillis;
  private final SnapshotFolder folder;
  private final AgentLog agentLog;
  private final Logger log;
  private final Recorders recorders;
  private final SnapshotAssembler assembler;
  private final Publisher publisher;
  private final Governor governor;
  private final HeapTrigger heapTrigger;
  private final GrowthAlarm alarm;
  private final AboutAgent about;
  private final Answers answers;
  private final Step drain;
  private final Step catchUp;
  private final Step read;
  private final Step snapshot;
  private final Step heapSnapshot;
  private final Feed feed = new Feed(this::snapshot);
  private final Step feeding = new Step(Activity.SNAPSHOT, 0, 0, feed::write);
  private final List<Step> steps;

  Watch(Installation installation, BooleanSupplier hurry, ApiCounters counters, LevelSwitch levels)
      throws IOException, ReflectiveOperationException {
    this.installation = installation;
    this.levels = levels;
    meter.record(Activity.INSTALL, installation.nanos());
    AgentOptions options = installation.options();
    UnattendedOptions unattended = options.unattended();
    Instrumentation instrumentation = installation.instrumentation();
    clock = new GcClock(instrumentation);
    JvmFacts jvm = JvmFactsReader.read();
    folder =
        SnapshotFolder.open(
            options.snapshots(), jvm, options.maxSnapshots(), options.maxSnapshotBytes());
    exitMillis = unattended.exitMillis();
    agentLog = AgentLog.open(Path.of(options.snapshots()).toAbsolutePath());
    log = agentLog.logger();
    recorders = Recorders.open(installation, jvm, clock.now(), hurry, counters, log);
    about = new AboutAgent(installation, levels, clock, meter, recorders);
    assembler =
        new SnapshotAssembler(
            jvm,
            about::facts,
            clock,
            recorders.containers(),
            recorders.instances(),
            recorders.tracing(),
            recorders.survivors(),
            recorders.work(),
            meter);
    publisher = new Publisher(folder, unattended, this::assemble, log);
    governor = new Governor(unattended, levels, recorders, publisher);
    heapTrigger = new HeapTrigger(unattended.heapTrigger(), jvm.maxHeapBytes());
    alarm = new GrowthAlarm(unattended.growthMillis(), recorders.containers(), recorders.pursuit());
    answers = new Answers(this, recorders, instrumentation, clock::now, log);
    long interval = options.intervalMillis();
    drain = new Step(Activity.DRAIN, 0, 0, now(recorders::drain));
    catchUp =
        new Step(Activity.CATCH_UP, 0, CATCH_UP_COST_FACTOR, installation.loadedBefore()::step);
    read = new Step(Activity.READ, readPeriod(interval), 0, now(recorders::read));
    snapshot = new Step(Activity.SNAPSHOT, interval, SNAPSHOT_COST_FACTOR, this::snapshotOnTime);
    heapSnapshot = new Step(Activity.SNAPSHOT, 0, SNAPSHOT_COST_FACTOR, this::heapFillsUp);
    steps = inOrder();
    levels.drives(recorders.tracing(), log);
    log.info("watching JVM {}, options {}", jvm.startId(), about.optionsInForce());
  }

  /** What is to be done, in the order in which the steps need each other. */
  private List<Step> inOrder() {
    Pursuit pursuit = recorders.pursuit();
    return List.of(
        drain,
        new Step(Activity.TRACE, 0, 0, () -> recorders.tracing().step(clock::now)),
        read,
        catchUp,
        new Step(Activity.LOOK_BACK, PURSUE_MILLIS, WALK_COST_FACTOR, now(pursuit::lookBack)),
        new Step(
            Activity.LOOK_BACK, PURSUE_MILLIS, CENSUS_COST_FACTOR, now(pursuit::lookForUnhooked)),
        new Step(Activity.WALK, PURSUE_MILLIS, WALK_COST_FACTOR, now(pursuit::findOwners)),
        new Step(Activity.ZOOM, PURSUE_MILLIS, 0, now(pursuit::zoom)),
        new Step(Activity.SURVIVORS, PURSUE_MILLIS, 0, now(recorders::lookAtSurvivors)),
        snapshot,
        heapSnapshot,
        feeding,
        new Step(Activity.ALARM, GOVERN_MILLIS, SNAPSHOT_COST_FACTOR, now(this::alarm)),
        new Step(Activity.GOVERN, GOVERN_MILLIS, 0, now(governor::look)));
  }

  private Step.Work now(Consumer<Now> work) {
    return () -> work.accept(clock.now());
  }

  /** How the agent is doing. */
  Status status() {
    return about.status(folder.newest(), alarm.suspects(), notSeen());
  }

  private static long readPeriod(long interval) {
    return interval == 0 ? READ_MILLIS : Math.min(interval / READINGS, READ_MILLIS);
  }

  /** Does what is due. */
  void tick() {
    Door.refill(AgentLoop.CAPTURES_PER_TICK);
    DoorInstances.refill(AgentLoop.INSTANCES_PER_TICK, AgentLoop.INSTANCES_SAVED);
    long uptime = clock.now().uptimeMillis();
    for (Step step : steps) {
      if (isOn(step)) {
        step.runIfDue(uptime, meter, log);
      }
    }
  }

  private boolean isOn(Step step) {
    if (step == catchUp) {
      return !installation.loadedBefore().done();
    }
    if (step == heapSnapshot) {
      return heapTrigger.fires(clock.heapHeldBytes());
    }
    if (step == feeding) {
      return feed.isWanted();
    }
    return step != snapshot || installation.options().intervalMillis() > 0;
  }

  /** Tells how late a tick came: what the machine, or a pause of the JVM, made us wait. */
  void woke(long lateNanos) {
    meter.record(Activity.LATENESS, Math.max(0, lateNanos));
  }

  /** What answers those who wait. */
  Answers answers() {
    return answers;
  }

  /**
   * A snapshot for somebody who waits.
   *
   * @param file where to, or null for the folder
   * @return the file
   */
  String snapshot(String file) throws IOException {
    catchUp();
    return publisher.write(file).toString();
  }

  /** The same after a collection. */
  String snapshotAfterCollection(String file) throws IOException {
    clock.collect();
    return snapshot(file);
  }

  /**
   * A snapshot for somebody who looks again and again.
   *
   * @param file where to, and again whenever it has been taken away
   * @return the file
   */
  String feed(String file) throws IOException {
    feed.begin(file);
    return file;
  }

  /** A snapshot as it would lie in a file. */
  byte[] snapshotBytes() throws IOException {
    catchUp();
    return publisher.bytes();
  }

  /** The last snapshot, while the JVM exits. */
  String lastSnapshot() throws IOException {
    catchUp();
    recorders.pursuit().lastLook(clock.now());
    return publisher.writeLast(this::withLastSurvivors).toString();
  }

  private void catchUp() {
    drain.run(meter, log);
    read.run(meter, log);
  }

  private void alarm(Now now) {
    if (alarm.look(now)) {
      publisher.publish(Trigger.GROWTH);
    }
  }

  /** What has begun to grow steadily since the last call. */
  List<Suspect> news() {
    return alarm.takeNews();
  }

  /** Whether anything does now. */
  boolean growsSteadily() {
    return !alarm.suspects().isEmpty();
  }

  private void snapshotOnTime() {
    recorders.survivors().unsampled(() -> publisher.publish(Trigger.INTERVAL));
  }

  private void heapFillsUp() {
    catchUp();
    publisher.publish(Trigger.HEAP);
  }

  /** Null when the recorder of survivors has nothing to add. */
  private Snapshot withLastSurvivors(Snapshot taken) {
    boolean more = recorders.survivors().atExit(clock.now(), exitMillis / 2);
    return more ? assembler.withSurvivors(taken, notSeen()) : null;
  }

  private Snapshot assemble(Trigger trigger) {
    return assembler.assemble(
        trigger, folder.nextSequence(), recorders.pursuit()::counted, recorders.drops(), notSeen());
  }

  private List<String> notSeen() {
    Stream<String> complaints = steps.stream().map(Step::complaint).filter(Objects::nonNull);
    return Stream.of(
            installation.notSeen().stream(),
            recorders.notSeen(),
            clock.notSeen().stream(),
            publisher.notSeen().stream(),
            levels.notSeen().stream(),
            complaints)
        .flatMap(all -> all)
        .toList();
  }

  @Override
  public void close() {
    levels.drives(null, null);
    recorders.close();
    agentLog.close();
  }
}
