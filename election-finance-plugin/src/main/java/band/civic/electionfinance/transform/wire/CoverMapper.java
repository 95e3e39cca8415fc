package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Days;
import band.civic.electionfinance.model.Digits;
import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.netfile.format.WireRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads off each row which filing it belongs to. Rows of one filing stand together, so most rows are known by their
/// likeness to the row before.
final class CoverMapper {
  private static final Column[] COLUMNS = {Column.FILER_ID, Column.FILER_LOCAL_ID, Column.FILER_NAME,
      Column.FILER_FIRST_NAME, Column.REPORT_NUMBER, Column.FILED_ON, Column.PERIOD_START, Column.PERIOD_END,
      Column.LATE_ID, Column.FILING_ID, Column.COMMITTEE_TYPE, Column.ELECTION_DATE, Column.COVER_OFFICE,
      Column.COVER_OFFICE_TEXT};

  private final int agencyId;
  private Optional<Read> last = Optional.empty();

  /// A cover, the row it was read from, and what was wrong with it.
  record Read(Columns columns, WireRow row, Cover cover, List<Flaw> flaws) {}

  CoverMapper(int agencyId) {
    this.agencyId = agencyId;
  }

  /// @param form the form that the row's schedule is part of
  Read read(Columns columns, WireRow row, Form form) {
    if (last.isPresent()) {
      var before = last.get();
      if (before.columns() == columns && before.cover().form() == form
          && columns.sayTheSame(before.row(), row, COLUMNS)) {
        return before;
      }
    }
    var read = cover(columns, row, form);
    last = Optional.of(read);
    return read;
  }

  private Read cover(Columns columns, WireRow row, Form form) {
    var cells = new Cells(columns, row);
    var flaws = new ArrayList<Flaw>();
    var first = cells.free(Column.FILER_FIRST_NAME);
    var last = cells.free(Column.FILER_NAME);
    var filer = new AsFiled(agencyId, cells.id(Column.FILER_ID), cells.id(Column.FILER_LOCAL_ID),
        first.isEmpty() ? withoutStar(last) : first + " " + last);
    var number = columns.text(row, Column.REPORT_NUMBER);
    var about = new Cover.About(cells.free(Column.COMMITTEE_TYPE),
        date(columns, row, Column.ELECTION_DATE, flaws).map(LocalDate::toString).orElse(""),
        cells.free(Column.COVER_OFFICE), cells.free(Column.COVER_OFFICE_TEXT));
    var cover = new Cover(filer, form, number, date(columns, row, Column.FILED_ON, flaws),
        date(columns, row, Column.PERIOD_START, flaws), date(columns, row, Column.PERIOD_END, flaws),
        new Cover.Ids(cells.id(Column.LATE_ID), columns.text(row, Column.FILING_ID)), about);
    flaws.addAll(cells.flaws());
    if (!number.isEmpty() && !Digits.isNumber(number)) {
      flaws.add(new Flaw(IssueCode.UNREADABLE_REPORT_NUMBER, Cells.shown(number)));
    }
    return new Read(columns, row, cover, List.copyOf(flaws));
  }

  /// The site API marks active committees with a `*` (netfile 1.3).
  private static String withoutStar(String name) {
    return name.startsWith("*") ? name.substring(1).strip() : name;
  }

  private static Optional<LocalDate> date(Columns columns, WireRow row, Column column, List<Flaw> flaws) {
    var text = columns.text(row, column);
    var day = Days.parse(text);
    if (day.isEmpty() && !Days.isBlank(text)) {
      flaws.add(new Flaw(IssueCode.UNREADABLE_DATE, column.name().toLowerCase(Locale.ROOT) + " " + Cells.shown(text)));
    } else if (day.isPresent() && !Days.isPlausible(day.get())) {
      flaws.add(new Flaw(IssueCode.IMPLAUSIBLE_DATE, column.name().toLowerCase(Locale.ROOT) + " " + Cells.shown(text)));
    }
    return day;
  }
}
