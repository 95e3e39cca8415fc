package band.civic.clerk.core.cli.pipeline.view;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import band.civic.clerk.core.job.RunOutcome;
import band.civic.clerk.core.pipeline.TaskResult;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// An outcome as the document of `--json`. Names here are a promise to scripts.
public final class OutcomeJson {

  private OutcomeJson() {}

  /// One run.
  public static Map<String, Object> of(RunOutcome outcome) {
    var document = new LinkedHashMap<String, Object>();
    document.put("run_id", outcome.runId());
    document.put("subdomain", outcome.key().subdomain());
    document.put("data_type", outcome.key().dataType());
    document.put("state", outcome.state().name().toLowerCase(Locale.ROOT));
    document.put("exit_code", outcome.exitCode());
    document.put("tasks", outcome.tasks().stream().map(OutcomeJson::task).toList());
    document.put("notices", notices(outcome.notices()));
    document.put("summary", outcome.published().map(OutcomeJson::summary));
    document.put("error", outcome.error().map(OutcomeJson::error));
    document.put("abandoned_run_id", outcome.abandoned().map(run -> run.runId()));
    return document;
  }

  /// Several runs.
  public static Map<String, Object> of(String dataType, List<RunOutcome> outcomes, int exitCode) {
    var document = new LinkedHashMap<String, Object>();
    document.put("data_type", dataType);
    document.put("exit_code", exitCode);
    document.put("runs", outcomes.stream().map(OutcomeJson::of).toList());
    return document;
  }

  private static Map<String, Object> task(TaskResult result) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", result.task().name());
    document.put("stage", result.task().stage().name().toLowerCase(Locale.ROOT));
    document.put("state", result.outcome().name().toLowerCase(Locale.ROOT));
    document.put("reason", result.reason());
    document.put("rows_read", result.report().read());
    document.put("rows_written", result.report().written());
    document.put("rows_changed", result.report().changed());
    document.put("rows_unchanged", result.report().unchanged());
    document.put("rows_retired", result.report().retired());
    document.put("rows_rejected", result.report().rejected());
    document.put("seconds", result.took().toMillis() / 1000.0);
    return document;
  }

  private static List<Map<String, Object>> notices(List<Notice> notices) {
    var byCode = notices.stream()
        .collect(groupingBy(Notice::code, TreeMap::new, groupingBy(Notice::severity, TreeMap::new, counting())));
    return byCode.entrySet()
        .stream()
        .flatMap(code -> code.getValue()
            .entrySet()
            .stream()
            .map(severity -> Map.<String, Object>of("code", code.getKey(), "severity", severity.getKey(), "count",
                severity.getValue())))
        .<Map<String, Object>>map(TreeMap::new)
        .toList();
  }

  public static Map<String, Object> summary(Publication published) {
    var summary = published.summary();
    var document = new LinkedHashMap<String, Object>();
    document.put("source", summary.source());
    document.put("coverage_start", summary.coverageStart());
    document.put("coverage_end", summary.coverageEnd());
    document.put("record_count", summary.recordCount());
    document.put("record_types", summary.recordTypes());
    document.put("file", published.file());
    document.put("bytes", published.bytes());
    document.put("sha256", published.sha256());
    return document;
  }

  private static Map<String, Object> error(RunError error) {
    var document = new LinkedHashMap<String, Object>();
    document.put("kind", error.kind());
    document.put("message", error.message());
    return document;
  }
}
