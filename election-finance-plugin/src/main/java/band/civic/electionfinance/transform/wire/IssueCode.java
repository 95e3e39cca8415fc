package band.civic.electionfinance.transform.wire;

import band.civic.clerk.spi.Notice;
import java.util.Locale;

/// What can be wrong with the data, and what is done about it. Each is explained in docs/reference/notices.md.
public enum IssueCode {
  UNREADABLE_AMOUNT(Notice.Severity.WARNING,
      "amounts that are no number; the rows are kept and do not count"), UNREADABLE_DATE(Notice.Severity.WARNING,
          "dates that are no day of the calendar; taken as missing"), IMPLAUSIBLE_DATE(Notice.Severity.WARNING,
              "dates before 1974 or after 2100; kept as they are"), IMPLAUSIBLE_PERIOD(Notice.Severity.WARNING,
                  "report periods that end before they begin or last over three years; no rule relies on them"), MISSING_DATE(
                      Notice.Severity.INFO,
                      "rows with an amount and no date; the end of the report's period stands in"), STUB_ROW(
                          Notice.Severity.INFO,
                          "rows exported without date and amount; a later export fills them in"), UNREADABLE_ROW(
                              Notice.Severity.ERROR,
                              "rows that could not be read and were left out"), UNKNOWN_FORM_TYPE(
                                  Notice.Severity.WARNING,
                                  "form types nobody described; the rows are kept and do not count"), UNREADABLE_REPORT_NUMBER(
                                      Notice.Severity.WARNING,
                                      "amendment numbers that are no number; taken as the original"), PRIVATE_TEXT_REMOVED(
                                          Notice.Severity.INFO,
                                          "texts with an e-mail address or telephone number, which was taken out"), FILER_BY_NAME(
                                              Notice.Severity.INFO,
                                              "filings without a usable filer id; the filer was found by its name"), FILER_WITHOUT_ID(
                                                  Notice.Severity.INFO,
                                                  "filers with no usable id anywhere; each name is a filer of its own"), NUMBER_FILED_TWICE(
                                                      Notice.Severity.WARNING,
                                                      "filings with an amendment number that was filed twice; the later counts"), SCHEDULE_EMPTIED(
                                                          Notice.Severity.INFO,
                                                          "schedules that an amendment left out; the older rows do not count"), CONTAINED_PERIOD(
                                                              Notice.Severity.INFO,
                                                              "reports whose period lies inside another report's; they do not count"), OVERLAPPING_PERIODS(
                                                                  Notice.Severity.WARNING,
                                                                  "reports whose periods overlap; equal items count once"), DUPLICATE_ITEM(
                                                                      Notice.Severity.WARNING,
                                                                      "items that stand in two reports; they count in the one filed later"), SUMMARY_LINE_TWICE(
                                                                          Notice.Severity.WARNING,
                                                                          "summary lines with two different amounts; the larger was kept"), REPEATED_ROW(
                                                                              Notice.Severity.INFO,
                                                                              "rows that came from two sources; they count once");

  private final Notice.Severity severity;
  private final String summary;

  IssueCode(Notice.Severity severity, String summary) {
    this.severity = severity;
    this.summary = summary;
  }

  /// As the database has it, `stub_row`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Notice.Severity severity() {
    return severity;
  }

  /// What was found and what was done, without the number of them.
  public String summary() {
    return summary;
  }
}
