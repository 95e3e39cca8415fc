package band.civic.electionfinance.model.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the periods of one filer's reports lie to each other (netfile 3.5 item 5).
final class Periods {
  private static final Comparator<Filing> LONGEST_FIRST = Comparator
      .<Filing>comparingLong(filing -> -filing.period().map(Period::days).orElse(0L))
      .thenComparing(Filing::key);

  private Periods() {}

  /// Says of every current report in which other one it is contained, the longest there is. An empty copy contains no
  /// report that has money.
  static List<Filing> contain(List<Filing> filings) {
    var groups = groups(filings);
    var result = new ArrayList<Filing>(filings.size());
    for (var filing : filings) {
      var peers = groups.getOrDefault(group(filing), List.of());
      result
          .add(peers.contains(filing) ? container(filing, peers).map(filing::withContainedIn).orElse(filing) : filing);
    }
    return result;
  }

  static List<Overlap> overlaps(List<Filing> filings) {
    var overlaps = new ArrayList<Overlap>();
    for (var peers : groups(filings).values()) {
      var free = peers.stream().filter(filing -> filing.containedIn().isEmpty()).toList();
      for (var i = 0; i < free.size(); i++) {
        for (var j = i + 1; j < free.size(); j++) {
          if (period(free.get(i)).overlaps(period(free.get(j)))) {
            overlaps.add(inOrder(free.get(i), free.get(j)));
          }
        }
      }
    }
    return overlaps;
  }

  /// Up to which day each filer's periodic reports reach. A report is there when its summary page is, or when an API, which
  /// keeps the summary elsewhere, gave rows of it by number. A report on paper has no rows that could repeat a late one.
  static Map<String, LocalDate> coveredUntil(List<Filing> filings) {
    var covered = new HashMap<String, LocalDate>();
    for (var filing : filings) {
      if (filing.isCurrent() && filing.period().isPresent() && isReported(filing)) {
        covered.merge(filing.filer(), period(filing).end(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return covered;
  }

  private static boolean isReported(Filing filing) {
    return !filing.form().isLate() && filing.reports()
        .stream()
        .anyMatch(report -> report.hasSummary()
            || (!report.version().filingId().isEmpty() && !report.sheets().isEmpty()));
  }

  private static Map<String, List<Filing>> groups(List<Filing> filings) {
    var groups = new LinkedHashMap<String, List<Filing>>();
    for (var filing : filings) {
      if (filing.isCurrent() && !filing.form().isLate() && filing.period().isPresent()) {
        groups.computeIfAbsent(group(filing), group -> new ArrayList<>()).add(filing);
      }
    }
    groups.values().removeIf(peers -> peers.size() == 1);
    return groups;
  }

  private static Optional<Filing> container(Filing inner, List<Filing> peers) {
    return peers.stream()
        .filter(outer -> outer.hasMoney() || !inner.hasMoney())
        .filter(outer -> period(outer).strictlyContains(period(inner)))
        .min(LONGEST_FIRST);
  }

  private static Overlap inOrder(Filing one, Filing other) {
    var newestLast = Comparator.<Filing, LocalDate>comparing(filing -> filing.filedOn().orElse(LocalDate.MIN))
        .thenComparing(filing -> period(filing).end())
        .thenComparing(Filing::key);
    return newestLast.compare(one, other) <= 0 ? new Overlap(one, other) : new Overlap(other, one);
  }

  private static String group(Filing filing) {
    return filing.filer() + ":" + filing.form();
  }

  private static Period period(Filing filing) {
    return filing.period().orElseThrow();
  }
}
