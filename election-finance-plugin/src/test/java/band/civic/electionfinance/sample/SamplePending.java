package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;

/// Two committees whose number is still `Pending` and that must never be taken for one; rows with faults.
final class SamplePending {
  private final WorkbookWriter in2023;
  private final WorkbookWriter in2024;

  SamplePending(WorkbookWriter in2023, WorkbookWriter in2024) {
    this.in2023 = in2023;
    this.in2024 = in2024;
  }

  void write() {
    sheriff();
    neighbors();
  }

  /// Its last late report stands: no summary reaches its date.
  private void sheriff() {
    var start = SampleReport.first(Committee.SHERIFF, "2023-07-01", "2023-12-31");
    Donors.give(start, "2023-10-15", 6);
    start.receives("A", Party.ADA, "2023-12-20", "1000");
    Donors.pay(start, "2023-11-01", 3);
    start.unitemized("140", "0").file(in2023, "000", "2024-01-31");
    new LateReport(in2023, Committee.SHERIFF, "PS-1 000", "2023-12-21").receives(Party.ADA, "2023-12-20", "1000");
    var year = start.then("2024-10-19");
    Donors.give(year, "2024-05-01", 10);
    year.receives("A", Party.organization("COM", "Example Builders Political Action Committee", "Dublin", "94568"),
        "2024-05-02", "500");
    Donors.pay(year, "2024-06-06", 6);
    year.unitemized("260", "17").file(in2024, "000", "2024-10-24");
    new LateReport(in2024, Committee.SHERIFF, "PS-2 000", "2024-10-29").receives(Party.ZOE, "2024-10-28", "2000");
  }

  private void neighbors() {
    var start = SampleReport.first(Committee.NEIGHBORS, "2023-07-01", "2023-12-31");
    Donors.give(start, "2023-11-11", 4);
    start.unitemized("66", "0").file(in2023, "000", "2024-02-01");
    var year = start.then("2024-12-31");
    Donors.give(year, "2024-04-18", 5);
    faults(year);
    Donors.pay(year, "2024-05-20", 4);
    year.unitemized("30", "0").file(in2024, "000", "2025-01-31");
  }

  /// A day that does not exist, an amount with letters, two codes that nobody knows, a date as text.
  private static void faults(SampleReport report) {
    report.receives("A", Party.DONORS.get(2), "2024-06-03", "110");
    fault(report, "100").with("Tran_Date", "02/30/2024");
    fault(report, "120").with("Tran_Amt1", "I2O.00");
    fault(report, "130").with("Entity_Cd", "ZZZ");
    fault(report, "140.50").with("Tran_Date", "6/9/2024").with("Tran_Amt1", "$140.50");
    report.payment("E", Party.QUILL, "2024-06-15", "60").with("Expn_Code", "QQQ");
    report.count("E 1", SampleRow.cents("60"));
  }

  private static SampleRow fault(SampleReport report, String dollars) {
    var cents = SampleRow.cents(dollars);
    report.count("A 1", cents);
    return report.row("A", "RCPT")
        .party("Tran", "Tran", Party.DONORS.get(3))
        .with("Tran_Date", LocalDate.of(2024, 6, 5))
        .money("Tran_Amt1", cents)
        .money("Tran_Amt2", cents);
  }
}
