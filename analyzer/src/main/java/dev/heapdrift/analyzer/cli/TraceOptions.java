package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.diff.Totals;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What to count of a snapshot, as options that {@code top} and {@code diff} mix in. */
final class TraceOptions {
  @Option(
      names = "--cumulative",
      description = "Count for every application frame of a stack, not only the first.")
  private boolean cumulative;

  @Option(
      names = "--measure",
      paramLabel = "WHAT",
      description =
          "Of allocations: ${COMPLETION-CANDIDATES} (default: survived, that is live without what"
              + " no collection has tested yet; live where nothing has survived one).")
  private Measure measure;

  @Option(
      names = "--filter",
      paramLabel = "±PATTERN",
      split = ";",
      description =
          "Only (+) or not (-) what a class, package or file has allocated: -com.app.Cache,"
              + " +Orders.java:42; * and ? stand for any characters; @all at the end: any frame,"
              + " not only the first of the application. Repeatable: any of the +, none of the -.")
  private List<String> filters = List.of();

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      split = ";",
      description = "The same as --filter +PATTERN.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      split = ";",
      description = "The same as --filter -PATTERN.")
  private List<String> exclude = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Print at most N rows (default: 25 in text, all in json).")
  private Integer limit;

  @Mixin private FormatOption format;

  boolean cumulative() {
    return cumulative;
  }

  Format format() {
    return format.chosen();
  }

  /** Rows to print at most. */
  int limit() {
    return limit != null ? limit : format() == Format.TEXT ? 25 : Integer.MAX_VALUE;
  }

  boolean measureChosen() {
    return measure != null;
  }

  /** The question to snapshots that hold allocations. */
  TraceQuery query(GroupBy groupBy, List<Filter> parsed, Snapshot... snapshots) {
    return new TraceQuery(
        groupBy, cumulative, measure != null ? measure : Totals.usual(snapshots), parsed);
  }

  /** Checks what picocli cannot, and returns the filters. */
  List<Filter> check(CommandLine command) {
    if (limit != null && limit < 1) {
      throw new ParameterException(command, "--limit must be at least 1, not " + limit);
    }
    try {
      List<Filter> parsed = new ArrayList<>();
      filters.forEach(text -> parsed.add(Filter.parse(text)));
      include.forEach(text -> parsed.add(new Filter(true, text, 0, false)));
      exclude.forEach(text -> parsed.add(new Filter(false, text, 0, false)));
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }
}
