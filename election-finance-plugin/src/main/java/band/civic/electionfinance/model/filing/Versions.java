package band.civic.electionfinance.model.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which version of a filing counts: the one with the highest amendment number for filer, form and period; of late
/// reports, for filer and late-report number (netfile 3.5 items 2 and 4). The number counts over the whole filing, the
/// summary page included: an amendment that empties a schedule leaves no older row of it standing (item 3).
///
/// Should one number have been filed twice, a version with money goes before an empty copy, then the later one.
final class Versions {
  private static final Comparator<Report> OLDEST_FIRST = Comparator.<Report>comparingInt(r -> r.version().number())
      .thenComparing(Report::hasMoney)
      .thenComparing(r -> r.version().filedOn().orElse(LocalDate.MIN))
      .thenComparingInt(r -> r.version().filingId().length())
      .thenComparing(r -> r.version().filingId())
      .thenComparingInt(Report::no);

  private final Map<String, String> amends = new HashMap<>();

  private Versions() {}

  static List<Filing> of(List<Report> reports) {
    var versions = new Versions();
    for (var report : reports) {
      if (!report.version().amends().isEmpty()) {
        versions.amends.put(report.version().filingId(), report.version().amends());
      }
    }
    var slots = new LinkedHashMap<String, List<Report>>();
    for (var report : reports) {
      slots.computeIfAbsent(versions.slot(report), slot -> new ArrayList<>()).add(report);
    }
    var filings = new ArrayList<Filing>();
    slots.forEach((slot, members) -> filings.addAll(versionsOf(slot, members)));
    return filings;
  }

  /// What all versions of one filing have in common.
  private String slot(Report report) {
    var version = report.version();
    var prefix = report.filer() + ":" + report.form() + ":";
    if (!report.form().isLate() && report.period().isPresent()) {
      return prefix + report.period().get().start() + ":" + report.period().get().end();
    } else if (!version.lateId().isEmpty()) {
      return prefix + version.lateId();
    } else if (!version.filingId().isEmpty()) {
      return prefix + original(version.filingId());
    }
    return prefix + version.filedOn().map(LocalDate::toString).orElse("undated") + ":" + version.numberText();
  }

  private String original(String filingId) {
    var id = filingId;
    for (var steps = 0; amends.containsKey(id) && steps < amends.size(); steps++) {
      id = amends.getOrDefault(id, id);
    }
    return id;
  }

  private static Collection<Filing> versionsOf(String slot, List<Report> members) {
    var ordered = members.stream().sorted(OLDEST_FIRST).toList();
    var numbers = new HashMap<Integer, Object>();
    var ambiguous = false;
    for (var report : ordered) {
      var before = numbers.put(report.version().number(), identity(report));
      ambiguous |= before != null && !before.equals(identity(report));
    }
    var byKey = new LinkedHashMap<String, List<Report>>();
    for (var report : ordered) {
      byKey.computeIfAbsent(key(slot, report, ambiguous), key -> new ArrayList<>()).add(report);
    }
    var winner = key(slot, ordered.getLast(), ambiguous);
    var filings = new ArrayList<Filing>();
    byKey.forEach((key, reports) -> {
      var current = key.equals(winner);
      filings
          .add(new Filing(key, reports, current, current ? Optional.empty() : Optional.of(winner), Optional.empty()));
    });
    return filings;
  }

  private static String key(String slot, Report report, boolean ambiguous) {
    var version = report.version();
    if (!version.filingId().isEmpty()) {
      return slot.endsWith(":" + version.filingId()) ? slot : slot + ":" + version.filingId();
    }
    var key = slot + ":" + version.number();
    return ambiguous ? key + ":" + version.filedOn().map(LocalDate::toString).orElse("undated") : key;
  }

  /// What tells two versions with one number apart.
  private static Object identity(Report report) {
    return List.of(report.version().filingId(), report.version().filedOn());
  }
}
