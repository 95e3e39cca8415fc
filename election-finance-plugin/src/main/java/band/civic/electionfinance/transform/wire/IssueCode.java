package band.civic.electionfinance.transform.wire;

import band.civic.clerk.spi.Notice.Severity;
import java.util.Locale;

/// What can be wrong with the data, and what is done about it. Each is explained in docs/reference/notices.md.
public enum IssueCode {
  /// An amount that is no number.
  UNREADABLE_AMOUNT(Severity.WARNING,
      "amounts that are no number; the rows are kept and do not count"),
  /// A date that is no day of the calendar.
  UNREADABLE_DATE(Severity.WARNING,
      "dates that are no day of the calendar; taken as missing"),
  /// A mistyped year, most likely.
  IMPLAUSIBLE_DATE(Severity.WARNING,
      "dates before 1974 or after 2100; kept as they are"),
  /// A mistyped period, most likely.
  IMPLAUSIBLE_PERIOD(Severity.WARNING,
      "report periods that end before they begin or last over five years; no rule relies on them"),
  /// A row of a schedule that asks for a date has none.
  MISSING_DATE(Severity.INFO,
      "rows with an amount and no date; the end of the report's period stands in"),
  /// Neither date nor amount (netfile 3.5 item 11).
  STUB_ROW(Severity.INFO,
      "rows exported without date and amount; a later export fills them in"),
  /// The only rows that are not in the database.
  UNREADABLE_ROW(Severity.ERROR,
      "rows that could not be read and were left out"),
  /// The source has something new.
  UNKNOWN_FORM_TYPE(Severity.WARNING,
      "form types nobody described; the rows are kept and do not count"),
  /// Which version it is remains open.
  UNREADABLE_REPORT_NUMBER(Severity.WARNING,
      "amendment numbers that are no number; taken as the original"),
  /// Filers type them into descriptions.
  PRIVATE_TEXT_REMOVED(Severity.INFO,
      "texts with an e-mail address or telephone number, which was taken out"),
  /// `Pending`, blank, and the like (netfile 3.5 item 8).
  FILER_BY_NAME(Severity.INFO,
      "filings without a usable filer id; the filer was found by its name"),
  /// `Pending` to the end.
  FILER_WITHOUT_ID(Severity.INFO,
      "filings of filers that have no usable id anywhere; each name, or filing without a name, is a filer of its own"),
  /// Two versions claim one place.
  NUMBER_FILED_TWICE(Severity.WARNING,
      "filings with an amendment number that was filed twice; the later counts, of late reports both"),
  /// Netfile 3.5 item 3.
  SCHEDULE_EMPTIED(Severity.INFO,
      "filings with schedules that an amendment left out; the older rows do not count"),
  /// The version in force has no rows (netfile 3.5 item 14).
  AMENDED_ON_PAPER(Severity.WARNING,
      "filings with rows whose amendment has none; the older rows do not count, so money is missing"),
  /// Netfile 3.5 item 5.
  CONTAINED_PERIOD(Severity.INFO,
      "reports whose period lies inside another report's; they do not count"),
  /// Neither contains the other.
  OVERLAPPING_PERIODS(Severity.WARNING,
      "reports whose periods overlap; equal items count once, but the summaries of both count"),
  /// Equal in filer, schedule, Tran_ID, date, amount and names.
  DUPLICATE_ITEM(Severity.WARNING,
      "items that stand in two reports; they count in the one filed later"),
  /// A line that came twice and differs.
  SUMMARY_LINE_TWICE(Severity.WARNING,
      "summary lines with two different amounts; the larger was kept"),
  /// The same export twice, or two exports that share rows.
  REPEATED_ROW(Severity.INFO,
      "notes of rows that came from two sources; they count once"),
  /// A name in one curated file that another should explain.
  CURATED_INCOMPLETE(Severity.WARNING,
      "elections or measures that curated files name and none describes");

  private final Severity severity;
  private final String summary;

  IssueCode(Severity severity, String summary) {
    this.severity = severity;
    this.summary = summary;
  }

  /// As the database has it, `stub_row`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  /// What was found and what was done, without the number of them.
  public String summary() {
    return summary;
  }
}
