package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all the filings together say about each: which version counts, what is contained in what, up to where a filer's
/// periodic reports reach, and in which reports an item may stand twice. Depends on the reports alone, not on their order.
public final class Judgement {
  private final Compat compat;
  private final List<Filing> filings;
  private final Map<Integer, Filing> byReport = new HashMap<>();
  private final Map<String, LocalDate> coveredUntil;
  private final Optional<OpenDisclosure> openDisclosure;

  /// @param reports all there are; their numbers are those of the list
  public Judgement(List<Report> reports, Compat compat) {
    this.compat = compat;
    var versions = Versions.of(reports);
    this.openDisclosure = compat == Compat.NONE
        ? Optional.empty()
        : Optional.of(new OpenDisclosure(reports, compat));
    this.filings = Periods.contain(openDisclosure.map(rules -> rules.revised(versions)).orElse(versions));
    this.coveredUntil = Periods.coveredUntil(filings);
    for (var filing : filings) {
      filing.reports().forEach(report -> byReport.put(report.no(), filing));
    }
  }

  public List<Filing> filings() {
    return filings;
  }

  /// The filing that the report speaks of.
  public Filing filingOf(int report) {
    var filing = byReport.get(report);
    if (filing == null) {
      throw new IllegalArgumentException("no report " + report);
    }
    return filing;
  }

  /// Whether rows of that form type in that report are of a version that counts.
  public boolean isCurrent(Report report, String formType) {
    return openDisclosure.map(rules -> rules.isCurrent(report, formType))
        .orElseGet(() -> filingOf(report.no()).isCurrent());
  }

  /// Whether the report's items are repeated by one whose period contains its own. Open Disclosure leaves out only the
  /// summary of such a report.
  public boolean isContained(Report report) {
    return compat == Compat.NONE && filingOf(report.no()).containedIn().isPresent();
  }

  /// Whether a 24-hour report of that form type and day is of something that a periodic report of the filer covers
  /// (netfile 3.5 item 6). Open Disclosure does not look at F496P3.
  public boolean isCovered(Report report, String formType, LocalDate day) {
    if (!report.form().isLate() || (compat != Compat.NONE && formType.equals("F496P3"))) {
      return false;
    }
    var until = coveredUntil.get(report.filer());
    return until != null && !day.isAfter(until);
  }

  /// Reports whose periods overlap.
  public List<Overlap> overlaps() {
    return Periods.overlaps(filings);
  }

  /// Groups of reports, oldest first, in which one item may stand more than once and then counts as the newest has it:
  /// overlapping periods, one filing under two spellings of its filer, late reports of one filer. Open Disclosure
  /// compares all reports of a filer.
  public List<List<Report>> repeats() {
    var repeats = new ArrayList<List<Report>>();
    if (compat == Compat.NONE) {
      for (var overlap : overlaps()) {
        var both = new ArrayList<>(overlap.earlier().reports());
        both.addAll(overlap.later().reports());
        repeats.add(both);
      }
      filings.stream()
          .filter(filing -> filing.isCurrent() && !filing.form().isLate() && filing.reports().size() > 1)
          .forEach(filing -> repeats.add(filing.reports()));
    }
    repeats.addAll(byFiler());
    return repeats;
  }

  private List<List<Report>> byFiler() {
    var groups = new LinkedHashMap<String, List<Report>>();
    for (var filing : filings) {
      if (compat != Compat.NONE || (filing.isCurrent() && filing.form().isLate())) {
        var group = compat == Compat.NONE ? filing.filer() + ":" + filing.form() : filing.filer();
        groups.computeIfAbsent(group, key -> new ArrayList<>()).addAll(filing.reports());
      }
    }
    groups.values()
        .forEach(group -> group.sort(Comparator
            .<Report, LocalDate>comparing(report -> report.version().filedOn().orElse(LocalDate.MIN))
            .thenComparing(report -> filingOf(report.no()).key())
            .thenComparingInt(Report::no)));
    return List.copyOf(groups.values());
  }

  /// Whether two equal items in one report are one item all the same: form 496 lists the same contributions in every
  /// report of the day.
  public static boolean isListedAgain(String formType) {
    return Form.of(formType) == Form.F496 && formType.equals("F496P3");
  }
}
