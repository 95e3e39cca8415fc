package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.NetFileSheets;
import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Form 460 in the making: its rows, and the sums that its summary page needs.
final class SampleReport {
  final Committee committee;
  final LocalDate from;
  final LocalDate thru;
  final Optional<SampleReport> previous;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> sums = new HashMap<>();
  private int next;

  private record Entry(String schedule, SampleRow row) {}

  SampleReport(Committee committee, String from, String thru, Optional<SampleReport> previous) {
    this.committee = committee;
    this.from = LocalDate.parse(from);
    this.thru = LocalDate.parse(thru);
    this.previous = previous;
    this.next = previous.map(report -> report.next).orElse(1);
  }

  static SampleReport first(Committee committee, String from, String thru) {
    return new SampleReport(committee, from, thru, Optional.empty());
  }

  /// The report of the period after this one.
  SampleReport then(String thruDate) {
    return new SampleReport(committee, thru.plusDays(1).toString(), thruDate, Optional.of(this));
  }

  /// This report as what another one follows.
  Optional<SampleReport> asPrevious() {
    return Optional.of(this);
  }

  /// The same report to be amended, perhaps under another name.
  SampleReport amended(Committee renamed) {
    var copy = new SampleReport(renamed, from.toString(), thru.toString(), previous);
    entries.forEach(entry -> copy.entries.add(new Entry(entry.schedule(), entry.row().copy())));
    copy.sums.putAll(sums);
    copy.next = next;
    return copy;
  }

  SampleReport amended() {
    return amended(committee);
  }

  /// Removes all rows of a schedule, and its sums.
  SampleReport emptied(String schedule) {
    entries.removeIf(entry -> entry.schedule().equals(schedule));
    sums.keySet().removeIf(key -> key.startsWith(schedule + " "));
    return this;
  }

  /// Adds a row to a schedule; the caller tells [#count] what it is worth.
  SampleRow row(String schedule, String recordType) {
    var sheet = NetFileSheets.names()
        .stream()
        .filter(name -> name.startsWith(schedule + "-"))
        .findFirst()
        .orElseThrow();
    var row = new SampleRow(sheet).with("Rec_Type", recordType)
        .with("Form_Type", schedule)
        .with("Tran_ID", schedule + next++);
    entries.add(new Entry(schedule, row));
    return row;
  }

  void count(String line, long cents) {
    sums.merge(line, cents, Long::sum);
  }

  /// What was counted under that schedule and line, in cents: `A 1`.
  long sum(String line) {
    return sums.getOrDefault(line, 0L);
  }

  SampleReport receives(String schedule, Party from, String date, String dollars) {
    var cents = SampleRow.cents(dollars);
    row(schedule, "RCPT").party("Tran", "Tran", from)
        .with("Tran_Date", LocalDate.parse(date))
        .with("Tran_Self", "n")
        .money("Tran_Amt1", cents)
        .money("Tran_Amt2", cents);
    count(schedule + " 1", cents);
    return this;
  }

  SampleReport pays(Party payee, String date, String dollars, String code) {
    payment("E", payee, date, dollars).with("Expn_Code", code);
    count("E 1", SampleRow.cents(dollars));
    return this;
  }

  /// A row of the schedules D, E or G, not yet counted.
  SampleRow payment(String schedule, Party payee, String date, String dollars) {
    return row(schedule, "EXPN").party("Payee", "Payee", payee)
        .with("Expn_Date", LocalDate.parse(date))
        .money("Amount", SampleRow.cents(dollars))
        .money("Cum_YTD", SampleRow.cents(dollars));
  }

  SampleReport unitemized(String received, String paid) {
    count("A 2", SampleRow.cents(received));
    count("E 2", SampleRow.cents(paid));
    return this;
  }

  /// An unpaid bill: what was owed before, what came on top and what was paid of it.
  SampleReport owes(Party payee, String before, String incurred, String paid) {
    var end = SampleRow.cents(before) + SampleRow.cents(incurred) - SampleRow.cents(paid);
    row("F", "DEBT").party("Payee", "Payee", payee)
        .with("Expn_Code", "PRO")
        .money("Beg_Bal", SampleRow.cents(before))
        .money("Amt_Incur", SampleRow.cents(incurred))
        .money("Amt_Paid", SampleRow.cents(paid))
        .money("End_Bal", end);
    count("F 1", SampleRow.cents(incurred));
    count("F 2", SampleRow.cents(paid));
    count("F owed", end);
    return this;
  }

  /// Files the report: all rows and the summary, under that number and date.
  void file(WorkbookWriter workbook, String number, String filedOn) {
    var filed = LocalDate.parse(filedOn);
    entries.forEach(entry -> add(workbook, entry.row().copy().cover(committee, number, filed)));
    SampleSummary.of(this).forEach((line, amounts) -> {
      var row = new SampleRow("Summary").cover(committee, number, filed)
          .with("Rec_Type", "SMRY")
          .with("Form_Type", line.form())
          .with("Line_Item", line.item())
          .money("Amount_A", amounts.period());
      amounts.year().ifPresent(cents -> row.money("Amount_B", cents));
      add(workbook, row);
    });
  }

  private void add(WorkbookWriter workbook, SampleRow row) {
    workbook.row(row.sheet(), row.with("From_Date", from).with("Thru_Date", thru).cells());
  }
}
