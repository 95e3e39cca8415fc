package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.NoticeBook.Kept;
import band.civic.clerk.core.site.runs.RunRow;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Site.Agency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A site as `clerk site show --json` prints it.
final class SiteJson {

  private SiteJson() {}

  static String of(SiteFacts facts) {
    var json = SiteShapes.row(facts.site());
    json.put("agencies", facts.agencies().stream().map(SiteJson::agency).toList());
    json.put("datasets", facts.datasets().stream().map(SiteJson::dataset).toList());
    json.put("runs", facts.runs().stream().map(SiteJson::run).toList());
    json.put("notices", facts.notices().stream().map(SiteJson::notice).toList());
    return Json.of(json);
  }

  private static Map<String, Object> agency(Agency agency) {
    var json = new LinkedHashMap<String, Object>();
    json.put("source", agency.source());
    json.put("id", agency.id());
    json.put("shortcut", agency.shortcut());
    json.put("name", agency.name());
    json.put("scope", agency.scope());
    json.put("note", agency.note());
    json.put("from", agency.from());
    json.put("until", agency.until());
    return json;
  }

  private static Map<String, Object> dataset(SiteDataset data) {
    var summary = data.published().map(Publication::summary);
    var json = new LinkedHashMap<String, Object>();
    json.put("data_type", data.key().dataType());
    json.put("has_data", data.published().isPresent());
    json.put("last_success_at", data.lastSuccessAt());
    json.put("last_attempt_at", data.lastAttemptAt());
    json.put("next_due_at", data.nextDueAt());
    json.put("consecutive_failures", data.consecutiveFailures());
    json.put("source", summary.map(DataSummary::source));
    json.put("coverage_start", summary.flatMap(DataSummary::coverageStart));
    json.put("coverage_end", summary.flatMap(DataSummary::coverageEnd));
    json.put("record_count", summary.map(DataSummary::recordCount).orElse(0L));
    json.put("record_types", summary.map(DataSummary::recordTypes).orElse(List.of()));
    json.put("file", data.published().map(Publication::file));
    json.put("bytes", data.published().map(Publication::bytes));
    json.put("sha256", data.published().map(Publication::sha256));
    json.put("last_error", data.lastError());
    return json;
  }

  private static Map<String, Object> run(RunRow run) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run_id", run.runId());
    json.put("data_type", run.key().dataType());
    json.put("command", run.command());
    json.put("state", run.state());
    json.put("started_at", run.startedAt());
    json.put("finished_at", run.finishedAt());
    json.put("error_kind", run.error().map(RunError::kind));
    json.put("error", run.error().map(RunError::message));
    json.put("exit_code", run.exitCode());
    return json;
  }

  private static Map<String, Object> notice(Kept kept) {
    var json = new LinkedHashMap<String, Object>();
    json.put("code", kept.notice().code());
    json.put("severity", kept.notice().severity());
    json.put("total", kept.total());
    json.put("task", kept.task());
    json.put("subject", kept.notice().subject());
    json.put("message", kept.notice().message());
    return json;
  }
}
