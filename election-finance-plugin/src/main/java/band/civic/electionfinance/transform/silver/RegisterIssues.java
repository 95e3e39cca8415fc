package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.model.filing.FilerKeys;
import band.civic.electionfinance.model.filing.Filing;
import band.civic.electionfinance.model.filing.Period;
import band.civic.electionfinance.model.filing.Report;
import band.civic.electionfinance.transform.filing.Register;
import band.civic.electionfinance.transform.wire.Flaw;
import band.civic.electionfinance.transform.wire.IssueCode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;

/// What is odd about filings as a whole.
final class RegisterIssues {
  private final Register register;
  private final Stage stage;
  private final Map<String, Filing> byKey = new HashMap<>();

  RegisterIssues(Register register, Stage stage) {
    this.register = register;
    this.stage = stage;
    register.judgement().filings().forEach(filing -> byKey.put(filing.key(), filing));
  }

  void write() throws SQLException {
    var numbers = new HashSet<String>();
    for (var filing : register.judgement().filings()) {
      periods(filing);
      filers(filing);
      emptied(filing);
      var slot = slot(filing);
      if (!slot.isEmpty() && !numbers.add(filing.filer() + filing.form() + slot + ":" + filing.number())) {
        add(IssueCode.NUMBER_FILED_TWICE, filing, "amendment " + filing.number());
      }
    }
    for (var overlap : register.judgement().overlaps()) {
      add(IssueCode.OVERLAPPING_PERIODS, overlap.later(), "with " + overlap.earlier().key());
    }
  }

  /// What the filing's number counts the versions of: its period or late-report number; empty when it has neither.
  private static String slot(Filing filing) {
    var late = filing.form().isLate() ? filing.reports().getFirst().version().lateId() : "";
    return late.isEmpty() ? filing.period().map(Period::toString).orElse("") : ":" + late;
  }

  private void periods(Filing filing) throws SQLException {
    if (filing.containedIn().isPresent()) {
      add(IssueCode.CONTAINED_PERIOD, filing, "in " + filing.containedIn().get());
    }
    var period = filing.reports().getFirst().period();
    if (period.isPresent() && !period.get().isPlausible()) {
      add(IssueCode.IMPLAUSIBLE_PERIOD, filing, text(period.get()));
    }
  }

  private void filers(Filing filing) throws SQLException {
    for (var report : filing.reports()) {
      var filer = register.facts().get(report.no()).filer();
      if (FilerKeys.isByName(filing.filer())) {
        add(IssueCode.FILER_WITHOUT_ID, filing, "filed as \"" + filer.id() + "\"");
      } else if (filer.fppcId().isEmpty() && filer.localId().isEmpty()) {
        add(IssueCode.FILER_BY_NAME, filing, "filed as \"" + filer.id() + "\"");
      }
    }
  }

  /// Schedules of an older version that the one in force has no row of, although it has its summary.
  private void emptied(Filing filing) throws SQLException {
    var successor = filing.supersededBy().map(byKey::get);
    if (successor.isEmpty() || isEmpty(filing)) {
      return;
    }
    if (isEmpty(successor.get())) {
      add(IssueCode.AMENDED_ON_PAPER, filing, "by " + successor.get().key());
    }
    if (!successor.get().hasSummary()) {
      return;
    }
    var gone = new TreeSet<String>();
    filing.reports().forEach(report -> gone.addAll(report.sheets()));
    successor.get().reports().forEach(report -> gone.removeAll(report.sheets()));
    gone.remove(Report.SUMMARY);
    if (!gone.isEmpty()) {
      add(IssueCode.SCHEDULE_EMPTIED, filing, "schedules " + String.join(", ", gone));
    }
  }

  private static boolean isEmpty(Filing filing) {
    return filing.reports().stream().allMatch(report -> report.sheets().isEmpty());
  }

  private void add(IssueCode code, Filing filing, String detail) throws SQLException {
    stage.addFlaw(new Flaw(code, detail), filing.reports().getFirst().no(), 0);
  }

  private static String text(Period period) {
    return period.start() + " to " + period.end();
  }
}
