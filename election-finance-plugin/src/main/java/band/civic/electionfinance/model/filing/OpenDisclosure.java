package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Compat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Open Disclosure's choice of versions (netfile 4.1 step 3): sheet by sheet and not filing by filing, amendment numbers
/// compared as text. Until 2020 a row had to have the highest number of its filer and start date *and* of its filer and
/// end date. Rows without a period (F496P3) were never removed.
final class OpenDisclosure {
  private final Map<String, Set<Integer>> currentBySheet = new HashMap<>();

  OpenDisclosure(List<Report> reports, Compat compat) {
    var bySheet = new HashMap<String, List<Report>>();
    for (var report : reports) {
      for (var sheet : report.sheets()) {
        bySheet.computeIfAbsent(sheet(sheet), name -> new ArrayList<>()).add(report);
      }
    }
    bySheet.forEach((sheet, members) -> currentBySheet.put(sheet, current(members, sheet, compat)));
  }

  boolean isCurrent(Report report, String formType) {
    return currentBySheet.getOrDefault(sheet(formType), Set.of()).contains(report.no());
  }

  /// Open Disclosure has no version of a filing, only rows: a filing is current when its summary is, or failing a
  /// summary any of its sheets.
  List<Filing> revised(List<Filing> filings) {
    return filings.stream().map(this::revised).toList();
  }

  private Filing revised(Filing filing) {
    var current = filing.reports()
        .stream()
        .anyMatch(report -> report.hasSummary()
            ? isCurrent(report, Report.SUMMARY)
            : report.sheets().stream().anyMatch(sheet -> isCurrent(report, sheet)));
    var successor = current ? Optional.<String>empty() : filing.supersededBy();
    return new Filing(filing.key(), filing.reports(), current, successor, Optional.empty());
  }

  private static Set<Integer> current(Collection<Report> reports, String sheet, Compat compat) {
    var current = new HashSet<Integer>();
    reports.forEach(report -> current.add(report.no()));
    var late = sheet.equals("496") || sheet.equals("497");
    for (var grouping : late ? new Grouping[]{Grouping.LATE_ID} : groupings(compat)) {
      var highest = new HashMap<String, String>();
      for (var report : reports) {
        grouping.of(report)
            .ifPresent(group -> highest.merge(group, report.version().numberText(),
                (a, b) -> a.compareTo(b) >= 0 ? a : b));
      }
      for (var report : reports) {
        var number = report.version().numberText();
        grouping.of(report)
            .filter(group -> !number.equals(highest.get(group)))
            .ifPresent(g -> current.remove(report.no()));
      }
    }
    return current;
  }

  private static Grouping[] groupings(Compat compat) {
    return compat == Compat.ODCA_2020
        ? new Grouping[]{Grouping.START, Grouping.END}
        : new Grouping[]{Grouping.PERIOD};
  }

  private static String sheet(String formType) {
    return switch (formType) {
      case "F496" -> "496";
      case "F497P1", "F497P2" -> "497";
      default -> formType;
    };
  }

  private enum Grouping {
    LATE_ID, START, END, PERIOD;

    Optional<String> of(Report report) {
      return switch (this) {
        case LATE_ID -> Optional.of(report.filer() + "|" + report.version().lateId());
        case START -> report.period().map(period -> report.filer() + "|" + period.start());
        case END -> report.period().map(period -> report.filer() + "|" + period.end());
        case PERIOD -> report.period().map(period -> report.filer() + "|" + period.start() + "|" + period.end());
      };
    }
  }
}
