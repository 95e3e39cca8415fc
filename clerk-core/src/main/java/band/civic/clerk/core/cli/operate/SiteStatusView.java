package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.core.site.runs.RunRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How one site stands, for people and programs.
final class SiteStatusView {

  private SiteStatusView() {}

  static Map<String, Object> json(SiteStatusFacts facts) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subdomain", facts.site().subdomain());
    json.put("name", facts.site().name());
    json.put("status", facts.site().status());
    json.put("data", facts.data().stream().map(StatusJson::site).toList());
    json.put("running", facts.running().stream().map(StatusJson::run).toList());
    json.put("jobs", facts.jobs().stream().map(StatusJson::job).toList());
    json.put("runs", facts.runs().stream().map(SiteStatusView::run).toList());
    return json;
  }

  private static Map<String, Object> run(RunRow run) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run_id", run.runId());
    json.put("command", run.command());
    json.put("state", run.state());
    json.put("started_at", run.startedAt());
    json.put("finished_at", run.finishedAt());
    json.put("error", run.error().map(RunError::message));
    return json;
  }

  static String text(SiteStatusFacts facts) {
    var now = facts.now();
    var data = facts.data().stream().map(site -> data(site, now)).collect(Collectors.joining("\n"));
    var runs = TextTable.of("RUN", "COMMAND", "STATE", "BEGAN", "ERROR");
    facts.runs()
        .forEach(run -> runs.add(run.runId(), run.command(), run.state(), Times.exact(run.startedAt()),
            run.error().map(RunError::message).orElse("-")));
    var jobs = TextTable.of("JOB", "TYPE", "QUEUE", "STATE", "ATTEMPT", "DUE", "ERROR");
    facts.jobs()
        .forEach(job -> jobs.add(job.jobId(), job.type(), job.queue(), job.state().text(), job.attempts().made(),
            Times.ago(Optional.of(job.runAfter()), now, ""), job.error().map(RunError::message).orElse("-")));
    var running = facts.running()
        .stream()
        .map(run -> "%s: %s".formatted(run.run().runId(), StatusText.doing(run)))
        .collect(Collectors.joining("\n"));
    return "%s, %s (%s)%n%n".formatted(facts.site().subdomain(), facts.site().name(), facts.site().status())
        + section("Data", data.isEmpty() ? "no pipeline serves this site" : data)
        + section("Running", running.isEmpty() ? "nothing" : running)
        + section("Jobs", facts.jobs().isEmpty() ? "none" : jobs.toString())
        + section("Last runs", facts.runs().isEmpty() ? "none" : runs.toString())
        + "`clerk why %s` tells why its data are as they are.".formatted(facts.site().subdomain());
  }

  private static String data(SiteState site, Instant now) {
    var dataset = site.dataset();
    var records = dataset.flatMap(SiteDataset::published)
        .map(published -> "%,d records".formatted(published.summary().recordCount()))
        .orElse("no data");
    var line = "%s: %s, %s, last success %s, last attempt %s, next due %s".formatted(site.key().dataType(),
        site.standing().word(), records, Times.ago(site.lastSuccessAt(), now, "never"),
        Times.ago(dataset.flatMap(SiteDataset::lastAttemptAt), now, "never"),
        Times.due(dataset.flatMap(SiteDataset::nextDueAt), now));
    return dataset.flatMap(SiteDataset::lastError)
        .map(error -> "%s\n  failed %s, last: %s".formatted(line,
            Times.inARow(dataset.orElseThrow().consecutiveFailures()), error))
        .orElse(line);
  }

  private static String section(String title, String body) {
    return "%s%n%s%n%n".formatted(title, body.lines().map(line -> "  " + line).collect(Collectors.joining("\n")));
  }
}
