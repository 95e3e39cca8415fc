package band.civic.clerk.core.cli.pipeline.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// An outcome for a person: what was done, what is there now, and what to type next.
///
/// @param storage the storage directory
/// @param outcome what came of a run
public record OutcomeView(Path storage, RunOutcome outcome) {
  private static final int LONGEST_NOTICE = 110;

  /// The whole account of one run.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    var time = Numbers.time(took());
    lines.add("%s %s: %s in %s  (run %s)".formatted(subdomain(), type(), word(), time, outcome.runId()));
    outcome.abandoned()
        .ifPresent(run -> lines.add("Run " + run.runId()
            + " before it was abandoned: its process is gone or gave no sign."));
    lines.addAll(tasks());
    outcome.published().ifPresent(published -> lines.addAll(published(published)));
    lines.addAll(notices());
    lines.addAll(next());
    return lines;
  }

  /// One line, for a list of runs.
  public String line() {
    var what = outcome.error().map(RunError::message).or(() -> outcome.published().map(OutcomeView::records));
    var more = what.map(text -> "; " + text).orElse("");
    return "%s: %s in %s%s".formatted(subdomain(), word(), Numbers.time(took()), more);
  }

  private List<String> tasks() {
    if (outcome.tasks().isEmpty()) {
      return List.of();
    }
    var table = TextTable.of("TASK", "RESULT", "ROWS", "TIME", "WHY");
    outcome.tasks().forEach(task -> table.add(task.task().name(), word(task), rows(task), time(task), task.reason()));
    return table.toString().lines().toList();
  }

  private List<String> published(Publication published) {
    return List.of("Published: " + storage.resolve(published.file()), "           " + records(published));
  }

  /// One line for each code: how many, and what the first says.
  private List<String> notices() {
    var byCode = outcome.notices().stream().collect(groupingBy(Notice::code, TreeMap::new, toList()));
    var lines = new ArrayList<String>();
    byCode.forEach((code, notices) -> lines.add("%-11s%s %s: %s".formatted(lines.isEmpty() ? "Notices:" : "",
        Numbers.count(notices.size()), code, shortened(notices.getFirst().message()))));
    return lines;
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_NOTICE ? message : message.substring(0, LONGEST_NOTICE - 1) + "…";
  }

  private List<String> next() {
    var done = outcome.state() == State.SUCCEEDED || outcome.state() == State.UNCHANGED;
    if (!done || !outcome.key().isDataType()) {
      return List.of();
    }
    var more = outcome.notices().isEmpty() ? "." : " and lists the notices.";
    return List.of("Next:      `clerk site show %s` tells what the site has%s".formatted(subdomain(), more));
  }

  private String word() {
    return switch (outcome.state()) {
      case SUCCEEDED -> "done";
      case UNCHANGED -> "nothing new";
      case FAILED -> "failed";
      case CANCELLED -> "stopped";
      case REFUSED -> "not begun";
    };
  }

  private static String word(TaskResult task) {
    return task.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static String rows(TaskResult task) {
    return task.started() ? Numbers.count(Math.max(task.report().written(), task.report().read())) : "";
  }

  private static String time(TaskResult task) {
    return task.started() ? Numbers.time(task.took()) : "";
  }

  private Duration took() {
    var tasks = outcome.tasks();
    if (tasks.isEmpty()) {
      return Duration.ZERO;
    }
    var start = Collections.min(tasks, Comparator.comparing(TaskResult::startedAt)).startedAt();
    return Duration.between(start, Collections.max(tasks, Comparator.comparing(TaskResult::finishedAt)).finishedAt());
  }

  private static String records(Publication published) {
    var summary = published.summary();
    var kinds = summary.recordTypes().isEmpty() ? "" : " (" + String.join(", ", summary.recordTypes()) + ")";
    var count = Numbers.count(summary.recordCount());
    return "%s records%s from %s%s".formatted(count, kinds, summary.source(), coverage(summary));
  }

  private static String coverage(DataSummary summary) {
    var end = summary.coverageEnd().map(LocalDate::toString).orElse("today");
    return summary.coverageStart().map(start -> ", %s to %s".formatted(start, end)).orElse("");
  }

  private String subdomain() {
    return outcome.key().subdomain();
  }

  private String type() {
    return outcome.key().dataType();
  }
}
