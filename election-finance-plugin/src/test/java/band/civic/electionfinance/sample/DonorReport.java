package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;

/// A major donor's Form 461, and an independent spender's Form 465: payments with few or no summary lines.
final class DonorReport {
  private final WorkbookWriter workbook;
  private final Committee committee;
  private final LocalDate from;
  private final LocalDate thru;
  private long paid;
  private int next = 1;

  /// @param period first and last day: `2024-01-01 2024-06-30`
  DonorReport(WorkbookWriter workbook, Committee committee, String period) {
    this.workbook = workbook;
    this.committee = committee;
    this.from = LocalDate.parse(period.split(" ")[0]);
    this.thru = LocalDate.parse(period.split(" ")[1]);
  }

  /// A payment under `F461P5` or `F465P3`.
  DonorReport pays(String form, Party payee, String date, String dollars) {
    var cents = SampleRow.cents(dollars);
    add(new SampleRow(form + "-Expenditure").with("Rec_Type", "EXPN")
        .with("Form_Type", form)
        .with("Tran_ID", form + "-" + next++)
        .party("Payee", "Payee", payee)
        .with("Expn_Date", LocalDate.parse(date))
        .with("Expn_Code", form.equals("F461P5") ? "MON" : "IND")
        .money("Amount", cents)
        .money("Cum_YTD", cents));
    paid += cents;
    return this;
  }

  /// The summary of Form 461: itemised, small, both, the year before this period, the year.
  void summary(String small, String earlier) {
    var smallCents = SampleRow.cents(small);
    var earlierCents = SampleRow.cents(earlier);
    var amounts = new long[]{paid, smallCents, paid + smallCents, earlierCents, paid + smallCents + earlierCents};
    for (var i = 0; i < amounts.length; i++) {
      add(new SampleRow("Summary").with("Rec_Type", "SMRY")
          .with("Form_Type", "F461")
          .with("Line_Item", Integer.toString(i + 1))
          .money("Amount_A", amounts[i]));
    }
  }

  private void add(SampleRow row) {
    row.cover(committee, "000", thru.plusDays(30)).with("From_Date", from).with("Thru_Date", thru);
    workbook.row(row.sheet(), row.cells());
  }
}
