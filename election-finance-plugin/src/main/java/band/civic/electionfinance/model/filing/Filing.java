package band.civic.electionfinance.model.filing;

import band.civic.electionfinance.model.Form;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One version of a filing: all reports that speak of it.
///
/// @param key readable and stable: filer, form, period or late-report number, amendment
/// @param reports at least one
/// @param isCurrent whether it is the version that counts
/// @param supersededBy the key of the version that took its place
/// @param containedIn the key of the report whose period contains this one's
public record Filing(String key, List<Report> reports, boolean isCurrent, Optional<String> supersededBy,
    Optional<String> containedIn) {

  public String filer() {
    return reports.getFirst().filer();
  }

  public Form form() {
    return reports.getFirst().form();
  }

  public int number() {
    return reports.getFirst().version().number();
  }

  /// The period, when it is one to rely on.
  public Optional<Period> period() {
    return reports.getFirst().period().filter(Period::isPlausible);
  }

  public Optional<LocalDate> filedOn() {
    return reports.stream().flatMap(report -> report.version().filedOn().stream()).max(Comparator.naturalOrder());
  }

  public boolean hasSummary() {
    return reports.stream().anyMatch(Report::hasSummary);
  }

  public boolean hasMoney() {
    return reports.stream().anyMatch(Report::hasMoney);
  }

  Filing withContainedIn(Filing outer) {
    return new Filing(key, reports, isCurrent, supersededBy, Optional.of(outer.key));
  }
}
