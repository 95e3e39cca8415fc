package band.civic.clerk.core.cli.pipeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// An outcome for a person: what was done, what is there now, and what to type next.
///
/// @param storage
///          the storage directory
/// @param outcome
///          what came of a run
record OutcomeView(Path storage, RunOutcome outcome) {
  private static final int LONGEST_NOTICE = 110;

  /// The whole account of one run.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines
        .add("%s %s: %s in %s  (run %s)".formatted(subdomain(), type(), word(), Numbers.time(took()), outcome.runId()));
    outcome.abandoned()
        .ifPresent(run -> lines.add("Run %s before it was abandoned: its process is gone or gave no sign."
            .formatted(run.runId())));
    lines.addAll(tasks());
    outcome.published().ifPresent(published -> lines.addAll(published(published)));
    lines.addAll(notices());
    lines.addAll(next());
    return lines;
  }

  /// One line, for a list of runs.
  String line() {
    var what = outcome.error().map(error -> error.message()).or(() -> outcome.published().map(OutcomeView::records));
    return "%s: %s in %s%s".formatted(subdomain(), word(), Numbers.time(took()), what.map(text -> "; " + text)
        .orElse(
            ""));
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
    return switch (outcome.state()) {
      case SUCCEEDED, UNCHANGED -> outcome.key().isDataType()
          ? List.of("Next:      `clerk site show %s` tells what the site has%s".formatted(subdomain(), outcome.notices()
              .isEmpty() ? "." : " and lists the notices."))
          : List.of();
      case FAILED, CANCELLED, REFUSED -> List.of();
    };
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
    return outcome.tasks().isEmpty()
        ? Duration.ZERO
        : Duration.between(outcome.tasks().getFirst().startedAt(), outcome.tasks().getLast().finishedAt());
  }

  private static String records(Publication published) {
    var summary = published.summary();
    var kinds = summary.recordTypes().isEmpty() ? "" : " (" + String.join(", ", summary.recordTypes()) + ")";
    return "%s records%s from %s%s".formatted(Numbers.count(summary.recordCount()), kinds, summary.source(), coverage(
        summary));
  }

  private static String coverage(DataSummary summary) {
    var start = summary.coverageStart().map(LocalDate::toString);
    return start.isEmpty()
        ? ""
        : ", %s to %s".formatted(start.get(), summary.coverageEnd()
            .map(LocalDate::toString)
            .orElse("today"));
  }

  private String subdomain() {
    return outcome.key().subdomain();
  }

  private String type() {
    return outcome.key().dataType();
  }
}
