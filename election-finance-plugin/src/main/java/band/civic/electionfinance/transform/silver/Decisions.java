package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Counting;
import band.civic.electionfinance.model.Reason;
import band.civic.electionfinance.model.Schedule;
import band.civic.electionfinance.model.filing.Report;
import band.civic.electionfinance.transform.filing.Register;
import band.civic.electionfinance.transform.wire.Flaw;
import band.civic.electionfinance.transform.wire.IssueCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Decides of every row whether it counts, and writes that into the stage.
final class Decisions {
  /// Schedules on which a missing date is nothing unusual (netfile 3.5 item 11), or that have none.
  private static final Set<String> MAY_LACK_DATE = Set.of("E", "F", "G", "B1", "B2", "H");
  /// Sheets from which Open Disclosure deletes rows without a date (4.1 step 2).
  private static final Set<String> NEEDS_DATE = Set.of("A", "C", "I", "F496P3");

  private static final Optional<String> NO_DATE = Optional.empty();

  private final Register register;
  private final Compat compat;
  private final Repeats repeats;
  private final Duplicates duplicates;
  private final Stage stage;

  /// @param date in ISO form, `""` when there is none
  private record Row(int no, Report report, Schedule schedule, String date, boolean hasAmount, boolean isStub,
      boolean isMemo) {}

  Decisions(Register register, Compat compat, Repeats repeats, Duplicates duplicates, Stage stage) {
    this.register = register;
    this.compat = compat;
    this.repeats = repeats;
    this.duplicates = duplicates;
    this.stage = stage;
  }

  void write(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE stage.decisions (row_no INTEGER PRIMARY KEY, report INTEGER, tx_key TEXT, "
          + "is_current INTEGER, reason TEXT, derived_on TEXT, duplicate_of TEXT)");
    }
    var sql = """
              SELECT row_no, row_key, report, form_type, coalesce(rec_type, ''), coalesce(tx_date, ''), amount_cents IS NOT NULL, is_stub,
                memo FROM stage.items""";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql);
        var batch = Batch.into(connection, "stage.decisions", 7)) {
      while (rows.next()) {
        var formType = rows.getString(4);
        var recType = rows.getString(5);
        var row = new Row(rows.getInt(1), register.report(rows.getInt(3)),
            Schedule.find(formType).orElseGet(() -> Schedule.unknown(formType, recType)),
            rows.getString(6), rows.getBoolean(7), rows.getBoolean(8), rows.getBoolean(9));
        if (!repeats.isDropped(row.no())) {
          decide(row, repeats.key(row.no(), rows.getString(2)), batch);
        }
      }
      batch.flush();
    }
  }

  private void decide(Row row, String key, Batch batch) throws SQLException {
    var lacksDate = row.date().isEmpty() && row.hasAmount();
    var derived = lacksDate ? register.facts().get(row.report().no()).standInDate().map(LocalDate::toString) : NO_DATE;
    var original = duplicates.original(row.no());
    var reason = reason(row, row.date() + derived.orElse(""), original.isPresent());
    var isDuplicate = reason.isPresent() && reason.get() == Reason.DUPLICATE;
    var isCurrent = reason.isEmpty() || reason.get() != Reason.SUPERSEDED;
    batch.add(row.no(), row.report().no(), key, isCurrent, reason.isPresent() ? reason.get().label() : "",
        derived.orElse(""), isDuplicate ? original.orElse("") : "");
    var code = row.schedule().code();
    if (lacksDate && !MAY_LACK_DATE.contains(code)) {
      flaw(row, IssueCode.MISSING_DATE, code + " row without a date");
    }
    if (isDuplicate) {
      flaw(row, IssueCode.DUPLICATE_ITEM, "counts as " + original.orElse(""));
    }
    if (!row.schedule().isKnown()) {
      flaw(row, IssueCode.UNKNOWN_FORM_TYPE, code);
    }
  }

  private Optional<Reason> reason(Row row, String day, boolean isDuplicate) {
    var code = row.schedule().code();
    var judgement = register.judgement();
    var isCovered = row.report().form().isLate() && !day.isEmpty()
        && judgement.isCovered(row.report(), code, LocalDate.parse(day));
    var isDropped = compat != Compat.NONE && row.date().isEmpty() && NEEDS_DATE.contains(code);
    return Counting.reason(row.schedule(), new Counting.Row(judgement.isCurrent(row.report(), code),
        judgement.isContained(row.report()), isCovered, isDuplicate, row.isStub() || isDropped, row.isMemo(),
        row.hasAmount()));
  }

  private void flaw(Row row, IssueCode code, String detail) throws SQLException {
    stage.addFlaw(new Flaw(code, detail), row.report().no(), row.no());
  }
}
