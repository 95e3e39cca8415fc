package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.cli.output.TextTable;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.Site.Agency;
import java.time.Instant;
import java.util.Optional;

/// A site as `clerk site show` prints it for people.
final class SiteReport {
  private final SiteFacts facts;
  private final StringBuilder text = new StringBuilder();

  private SiteReport(SiteFacts facts) {
    this.facts = facts;
  }

  static String of(SiteFacts facts) {
    return new SiteReport(facts).write();
  }

  private String write() {
    var site = facts.site();
    line("%s: %s, %s, %s (%s)".formatted(site.subdomain(), site.name(), site.state(), site.country(), site.kind()));
    line("  status      " + site.status());
    site.position().ifPresent(p -> line("  position    %s,%s".formatted(p.lat(), p.lng())));
    line("  registered  %s, changed %s".formatted(site.createdAt(), site.updatedAt()));
    site.extra().forEach((key, value) -> line("  extra       %s = %s".formatted(key, value)));
    section("Agencies", facts.agencies().isEmpty() ? "none is mapped to this site" : "");
    facts.agencies().forEach(this::agency);
    section("Data", facts.datasets().isEmpty() ? "none yet" : "");
    facts.datasets().forEach(this::dataset);
    section("Last runs", facts.runs().isEmpty() ? "none yet" : runs());
    section("Notices of the last run", facts.notices().isEmpty() ? "none" : notices());
    return text.toString().stripTrailing();
  }

  private void agency(Agency agency) {
    var scope = agency.scope().equals("own") ? "" : " (" + agency.scope() + ")";
    var note = agency.note().isEmpty() ? "" : " - " + agency.note();
    line("  %s %d:%s %s%s%s".formatted(agency.source(), agency.id(), agency.shortcut(), agency.name(), scope, note));
  }

  private void dataset(SiteDataset data) {
    line("  %s: %s".formatted(data.key().dataType(), data.published().map(SiteReport::published).orElse("no data")));
    data.published()
        .ifPresent(published -> line("    file %s, %,d bytes".formatted(published.file(), published.bytes())));
    line("    last success %s, last attempt %s, next due %s".formatted(time(data.lastSuccessAt(), "never"),
        time(data.lastAttemptAt(), "never"), time(data.nextDueAt(), "now")));
    data.lastError()
        .ifPresent(
            error -> line("    failed %d times in a row, last: %s".formatted(data.consecutiveFailures(), error)));
  }

  private static String published(Publication published) {
    var summary = published.summary();
    var coverage = summary.coverageStart()
        .flatMap(start -> summary.coverageEnd().map(end -> ", " + start + " to " + end))
        .orElse("");
    return "%,d records%s, %s".formatted(summary.recordCount(), coverage, summary.source());
  }

  private String runs() {
    var table = TextTable.of("RUN", "COMMAND", "STATE", "STARTED", "FINISHED", "ERROR");
    facts.runs()
        .forEach(run -> table.add(run.runId(), run.command(), run.state(), run.startedAt(), time(run.finishedAt(), "-"),
            run.error().map(RunError::message).flatMap(error -> error.lines().findFirst()).orElse("")));
    return table.toString();
  }

  private String notices() {
    var table = TextTable.of("CODE", "SEVERITY", "TOTAL", "TASK", "EXAMPLE");
    facts.notices()
        .forEach(kept -> table.add(kept.notice().code(), kept.notice().severity(), kept.total(), kept.task(),
            kept.notice().subject() + ": " + kept.notice().message()));
    return table.toString();
  }

  private static String time(Optional<Instant> instant, String none) {
    return instant.map(Instant::toString).orElse(none);
  }

  private void section(String title, String body) {
    text.append('\n');
    line(title);
    body.lines().forEach(bodyLine -> line("  " + bodyLine));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
