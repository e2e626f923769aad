package dev.heapdrift.analyzer.scenario;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.snapshot.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes a test that repeats the path on which something grew. */
public final class ScenarioWriter {
  private final Sources sources;
  private final boolean anySources;

  /**
   * A writer.
   *
   * @param folders where the sources of the application are; each must be a folder
   */
  public ScenarioWriter(List<Path> folders) {
    this.sources = new Sources(folders);
    this.anySources = !folders.isEmpty();
  }

  /** The test of a finding, or what is missing for one. */
  public Scenario of(Finding finding) {
    if (!anySources) {
      return missing("no sources: --source DIR says where they are");
    }
    if (!Sources.readable()) {
      return missing("this Java cannot parse sources: a JDK can");
    }
    List<String> reasons = new ArrayList<>();
    for (Frame frame : path(finding.details())) {
      List<String> against = new ArrayList<>();
      Optional<Scenario.Test> test = member(frame, against).flatMap(m -> test(finding, m, against));
      if (test.isPresent()) {
        return test.get();
      }
      against.forEach(reason -> reasons.add(frame.print() + ' ' + reason));
    }
    return reasons.isEmpty()
        ? missing("no source of any method on its path is there")
        : new Scenario.Missing(reasons);
  }

  private static Scenario missing(String reason) {
    return new Scenario.Missing(List.of(reason));
  }

  /** The frames to try: the inserting one, then outwards. */
  private static Set<Frame> path(Details details) {
    Set<Frame> path = new LinkedHashSet<>();
    path.add(details.insertionSite());
    details.growthStacks().stream().limit(1).forEach(stack -> path.addAll(stack.frames()));
    path.add(details.applicationSite());
    path.removeIf(Objects::isNull);
    return path;
  }

  // What has no source here, such as the JDK, is no reason: nobody would have it tested.
  private Optional<Member> member(Frame frame, List<String> reasons) {
    return sources
        .of(frame)
        .flatMap(
            source -> {
              Optional<Member> member =
                  source.at(frame.line()).filter(found -> found.runs(frame.methodName()));
              if (member.isEmpty()) {
                reasons.add("is not that method in the source that is there");
              }
              return member;
            });
  }

  private Optional<Scenario.Test> test(Finding finding, Member member, List<String> reasons) {
    String uncallable = member.uncallable();
    if (uncallable != null) {
      reasons.add(uncallable);
      return Optional.empty();
    }
    Values values = new Values(sources, member.source().packageName());
    Optional<String> receiver = receiver(member, values, reasons);
    return receiver.flatMap(
        field ->
            values
                .arguments(member, reasons)
                .map(arguments -> ScenarioText.of(finding, member, field, arguments)));
  }

  /** What the method is called on, made once; empty text for a static method or constructor. */
  private Optional<String> receiver(Member member, Values values, List<String> reasons) {
    if (member.isStatic() || member.isConstructor()) {
      return Optional.of("");
    }
    Optional<String> made = values.made(member.type(), member.source());
    if (made.isEmpty()) {
      reasons.add("belongs to " + member.type().name() + ", of which no object can be made");
    }
    return made;
  }
}
