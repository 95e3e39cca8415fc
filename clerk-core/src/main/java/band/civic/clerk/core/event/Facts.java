package band.civic.clerk.core.event;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteListener;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How an event is told to a listener, and how what is told is kept as an event's facts.
public final class Facts {
  private static final String SEPARATOR = "\n";

  private Facts() {}

  /// The facts of `DATA_LOADED`.
  public static Map<String, String> loaded(DataSummary summary) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("source", summary.source());
    summary.coverageStart().ifPresent(date -> facts.put("coverage_start", date.toString()));
    summary.coverageEnd().ifPresent(date -> facts.put("coverage_end", date.toString()));
    facts.put("record_count", Long.toString(summary.recordCount()));
    facts.put("record_types", String.join(SEPARATOR, summary.recordTypes()));
    return facts;
  }

  /// The facts of `RUN_FAILED`.
  public static Map<String, String> failed(String reason) {
    return Map.of("reason", reason);
  }

  /// The facts of `SITE_STALE`.
  public static Map<String, String> stale(Optional<Instant> lastSuccess) {
    return lastSuccess.map(at -> Map.of("last_success_at", at.toString())).orElse(Map.of());
  }

  /// The facts of `DATA_DEPLOYED`.
  public static Map<String, String> deployed(String target) {
    return Map.of("target", target);
  }

  /// The call that tells a listener.
  static Consumer<SiteListener> of(Event event, Site site) {
    var facts = event.facts();
    var type = event.about().dataType().orElse("");
    return switch (event.kind()) {
      case SITE_CREATED -> listener -> listener.siteCreated(site);
      case SITE_REMOVED -> listener -> listener.siteRemoved(site);
      case DATA_LOADED -> listener -> listener.dataLoaded(site, type, summary(facts));
      case DATA_UNCHANGED -> listener -> listener.dataUnchanged(site, type);
      case RUN_FAILED -> listener -> listener.runFailed(site, type, facts.getOrDefault("reason", "failed"));
      case SITE_STALE -> listener -> listener.siteStale(site, type, lastSuccess(facts));
      case DATA_DEPLOYED -> listener -> listener.dataDeployed(site, facts.getOrDefault("target", ""));
    };
  }

  private static Optional<Instant> lastSuccess(Map<String, String> facts) {
    return Optional.ofNullable(facts.get("last_success_at")).map(Instant::parse);
  }

  private static DataSummary summary(Map<String, String> facts) {
    var types = new ArrayList<>(List.of(facts.getOrDefault("record_types", "").split(SEPARATOR)));
    types.removeIf(String::isEmpty);
    return new DataSummary(facts.getOrDefault("source", ""), date(facts, "coverage_start"), date(facts, "coverage_end"),
        Long.parseLong(facts.getOrDefault("record_count", "0")), types);
  }

  private static Optional<LocalDate> date(Map<String, String> facts, String name) {
    return Optional.ofNullable(facts.get(name)).map(LocalDate::parse);
  }
}
