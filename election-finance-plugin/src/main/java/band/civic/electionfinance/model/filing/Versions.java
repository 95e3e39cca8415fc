package band.civic.electionfinance.model.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which version of a filing counts: the one with the highest amendment number for filer, form and period; of late
/// reports, for filer and late-report number (netfile 3.5 items 2 and 4). The number counts over the whole filing, the
/// summary page included: an amendment that empties a schedule leaves no older row of it standing (item 3).
///
/// Should one number have been filed twice, a version with money goes before an empty copy, then the later one. Of late
/// reports both count: filers use numbers again, and what both reports list counts once all the same. For that reason too
/// an original filed more than 180 days after all others of its late-report number begins a report of its own.
final class Versions {
  private static final int DAYS_UNTIL_A_NUMBER_IS_USED_AGAIN = 180;
  private static final Comparator<Report> OLDEST_FIRST = Comparator.<Report>comparingInt(r -> r.version().number())
      .thenComparing(Report::hasMoney)
      .thenComparing(r -> r.version().filedOn().orElse(LocalDate.MIN))
      .thenComparingInt(r -> r.version().filingId().length())
      .thenComparing(r -> r.version().filingId())
      .thenComparingInt(Report::no);
  private static final Comparator<Report> EARLIEST_FIRST = Comparator
      .<Report, LocalDate>comparing(r -> r.version().filedOn().orElse(LocalDate.MIN))
      .thenComparing(OLDEST_FIRST);

  private final Map<String, Report> byFilingId = new HashMap<>();

  private Versions() {}

  static List<Filing> of(List<Report> reports) {
    var versions = new Versions();
    for (var report : reports) {
      if (!report.version().filingId().isEmpty()) {
        versions.byFilingId.put(report.version().filingId(), report);
      }
    }
    var slots = new LinkedHashMap<String, List<Report>>();
    for (var report : reports) {
      slots.computeIfAbsent(versions.slot(report), slot -> new ArrayList<>()).add(report);
    }
    var filings = new ArrayList<Filing>();
    slots.forEach((slot, members) -> apart(slot, members).forEach((own, report) -> filings.addAll(versionsOf(own,
        report))));
    return filings;
  }

  /// The late reports that used one number, each with its amendments.
  private static Map<String, List<Report>> apart(String slot, List<Report> members) {
    if (!isByLateNumber(members)) {
      return Map.of(slot, members);
    }
    var apart = new LinkedHashMap<String, List<Report>>();
    var own = slot;
    var last = Optional.<LocalDate>empty();
    for (var report : members.stream().sorted(EARLIEST_FIRST).toList()) {
      var filedOn = report.version().filedOn();
      var isLongAfter = last.isPresent()
          && last.get().plusDays(DAYS_UNTIL_A_NUMBER_IS_USED_AGAIN).isBefore(filedOn.orElse(LocalDate.MIN));
      if (isLongAfter && report.version().number() == 0) {
        own = slot + ":" + filedOn.orElseThrow();
      }
      apart.computeIfAbsent(own, key -> new ArrayList<>()).add(report);
      last = filedOn.isPresent() ? filedOn : last;
    }
    return apart;
  }

  /// Whether nothing but the late-report number says that they belong together.
  private static boolean isByLateNumber(List<Report> members) {
    return members.getFirst().form().isLate()
        && members.stream().allMatch(it -> !it.version().lateId().isEmpty() && it.version().amends().isEmpty());
  }

  /// What all versions of one filing have in common. An amendment that names what it amends belongs there, even when its
  /// period was corrected or is not known.
  private String slot(Report report) {
    var first = original(report);
    var version = first.version();
    var prefix = first.filer() + ":" + first.form() + ":";
    if (!first.form().isLate() && first.period().isPresent()) {
      return prefix + first.period().get().start() + ":" + first.period().get().end();
    } else if (!version.lateId().isEmpty()) {
      return prefix + version.lateId();
    } else if (!version.filingId().isEmpty()) {
      return prefix + (version.amends().isEmpty() ? version.filingId() : version.amends());
    }
    return prefix + version.filedOn().map(LocalDate::toString).orElse("undated") + ":" + version.numberText();
  }

  private Report original(Report report) {
    var known = report;
    for (var steps = 0; steps < byFilingId.size(); steps++) {
      var amended = byFilingId.get(known.version().amends());
      if (amended == null || !amended.filer().equals(report.filer()) || amended.form() != report.form()) {
        return known;
      }
      known = amended;
    }
    return report; // they amend each other in a circle
  }

  private static Collection<Filing> versionsOf(String slot, List<Report> members) {
    var ordered = members.stream().sorted(OLDEST_FIRST).toList();
    var ids = new HashMap<Object, String>();
    var dates = new HashMap<Integer, Set<Optional<LocalDate>>>();
    for (var report : ordered) {
      var version = report.version();
      dates.computeIfAbsent(version.number(), number -> new HashSet<>()).add(version.filedOn());
      if (!version.filingId().isEmpty()) {
        ids.put(List.of(version.number(), version.filedOn()), version.filingId());
      }
    }
    var byKey = new LinkedHashMap<String, List<Report>>();
    for (var report : ordered) {
      var version = report.version();
      var id = version.filingId().isEmpty()
          ? ids.getOrDefault(List.of(version.number(), version.filedOn()), "")
          : version.filingId();
      var filedTwice = dates.getOrDefault(version.number(), Set.of()).size() > 1;
      byKey.computeIfAbsent(key(slot, version, id, filedTwice), key -> new ArrayList<>()).add(report);
    }
    return filings(byKey, ordered);
  }

  private static List<Filing> filings(Map<String, List<Report>> byKey, List<Report> ordered) {
    var newest = ordered.getLast();
    var winner = byKey.entrySet().stream().filter(entry -> entry.getValue().contains(newest)).findFirst().orElseThrow();
    var tiesCount = isByLateNumber(ordered);
    var filings = new ArrayList<Filing>();
    byKey.forEach((key, reports) -> {
      var current = key.equals(winner.getKey()) || (tiesCount && isTie(reports.getFirst(), newest));
      filings.add(new Filing(key, reports, current, current ? Optional.empty() : Optional.of(winner.getKey()),
          Optional.empty()));
    });
    return filings;
  }

  private static boolean isTie(Report report, Report newest) {
    return report.version().number() == newest.version().number() && report.version().filedOn().isPresent();
  }

  /// @param filingId the version's, also when only another report of the same number and day tells it
  private static String key(String slot, Report.Version version, String filingId, boolean filedTwice) {
    if (!filingId.isEmpty()) {
      return slot.endsWith(":" + filingId) ? slot : slot + ":" + filingId;
    }
    var key = slot + ":" + version.number();
    return filedTwice ? key + ":" + version.filedOn().map(LocalDate::toString).orElse("undated") : key;
  }
}
