package band.civic.clerk.core.operate.freshness;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.state.RowChanges.Change;
import band.civic.clerk.core.operate.state.RowChanges;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.spi.DataSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How fresh all is.
///
/// @param at UTC
/// @param staleHours how old the last look at a source may be
/// @param lines the worst first
public record FreshnessReport(Instant at, long staleHours, List<Line> lines) {

  public FreshnessReport {
    lines = List.copyOf(lines);
  }

  /// A site in one data type.
  ///
  /// @param state how it stands
  /// @param summary what is published; empty when nothing is
  /// @param difference records more or less than the load before; empty when there was none
  public record Line(SiteState state, Optional<DataSummary> summary, OptionalLong difference) {

    /// `2019-01-02 to 2026-11-20`, or empty.
    public String coverage() {
      return summary.flatMap(data -> data.coverageStart()
          .flatMap(start -> data.coverageEnd().map(end -> start + " to " + end))).orElse("");
    }
  }

  /// Looks.
  public static FreshnessReport of(OperateDesk desk) {
    var changes = new RowChanges(desk.registry()).listAll()
        .stream()
        .collect(Collectors.toMap(Change::key, Function.identity()));
    var lines = desk.sites().stream().map(site -> line(site, changes)).toList();
    return new FreshnessReport(desk.clock().instant(), desk.settings().staleAfter().toHours(), lines);
  }

  private static Line line(SiteState site, Map<DatasetKey, Change> changes) {
    var change = Optional.ofNullable(changes.get(site.key()));
    var difference = change.map(c -> OptionalLong.of(c.now() - c.before())).orElse(OptionalLong.empty());
    return new Line(site, site.dataset().flatMap(SiteDataset::published).map(Publication::summary), difference);
  }

  /// How many stand how, the worst first; standings of nobody are left out.
  public Map<Standing, Long> counts() {
    var counts = new LinkedHashMap<Standing, Long>();
    Arrays.stream(Standing.values()).forEach(standing -> {
      var count = lines.stream().filter(line -> line.state().standing() == standing).count();
      if (count > 0) {
        counts.put(standing, count);
      }
    });
    return counts;
  }

  /// As lists and maps.
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("timestamp", at);
    json.put("stale_hours", staleHours);
    json.put("sites", lines.stream().map(FreshnessReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Line line) {
    var dataset = line.state().dataset();
    var json = new LinkedHashMap<String, Object>();
    json.put("subdomain", line.state().key().subdomain());
    json.put("data_type", line.state().key().dataType());
    json.put("standing", line.state().standing().word());
    json.put("last_success_at", line.state().lastSuccessAt());
    json.put("last_attempt_at", dataset.flatMap(SiteDataset::lastAttemptAt));
    json.put("next_due_at", dataset.flatMap(SiteDataset::nextDueAt));
    json.put("coverage_start", line.summary().flatMap(DataSummary::coverageStart).map(LocalDate::toString));
    json.put("coverage_end", line.summary().flatMap(DataSummary::coverageEnd).map(LocalDate::toString));
    json.put("record_count", line.summary().map(DataSummary::recordCount));
    json.put("record_difference", line.difference());
    json.put("last_error", dataset.flatMap(SiteDataset::lastError));
    return json;
  }
}
