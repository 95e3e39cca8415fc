package band.civic.clerk.core.operate.freshness;

import band.civic.clerk.core.operate.freshness.FreshnessReport.Line;
import band.civic.clerk.core.operate.page.generated.JtefreshnessGenerated;
import band.civic.clerk.core.operate.state.Times;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.spi.DataSummary;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A report as one HTML file that needs nothing else.
///
/// @param at when it was made, UTC
/// @param summary `2 stale, 120 fresh`
/// @param staleHours how old the last look at a source may be
/// @param rows one for each site and data type
public record FreshnessHtml(String at, String summary, long staleHours, List<Row> rows) {

  /// A site in one data type, in words.
  public record Row(String subdomain, String dataType, String standing, String success, String attempt, String due,
      String coverage, String records, String difference, String error) {}

  /// The HTML.
  public static String of(FreshnessReport report) {
    var summary = report.counts()
        .entrySet()
        .stream()
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey().word()))
        .collect(Collectors.joining(", "));
    var view = new FreshnessHtml(Times.exact(report.at()), summary.isEmpty() ? "no sites" : summary,
        report.staleHours(), report.lines().stream().map(line -> row(line, report)).toList());
    var html = new StringOutput();
    JtefreshnessGenerated.render(new OwaspHtmlTemplateOutput(html), null, view);
    return html.toString();
  }

  private static Row row(Line line, FreshnessReport report) {
    var dataset = line.state().dataset();
    return new Row(line.state().key().subdomain(), line.state().key().dataType(), line.state().standing().word(),
        exact(line.state().lastSuccessAt()), exact(dataset.flatMap(SiteDataset::lastAttemptAt)),
        Times.due(dataset.flatMap(SiteDataset::nextDueAt), report.at()), line.coverage(),
        line.summary().map(DataSummary::recordCount).map("%,d"::formatted).orElse("–"), signed(line.difference()),
        dataset.flatMap(SiteDataset::lastError).orElse(""));
  }

  private static String exact(Optional<Instant> at) {
    return at.map(Times::exact).orElse("never");
  }

  /// `+12`, `-3`, `±0`, or `–` when nothing was loaded before.
  public static String signed(OptionalLong difference) {
    if (difference.isEmpty()) {
      return "–";
    }
    return difference.getAsLong() == 0 ? "±0" : "%+,d".formatted(difference.getAsLong());
  }
}
