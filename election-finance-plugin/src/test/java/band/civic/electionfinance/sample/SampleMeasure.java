package band.civic.electionfinance.sample;

import static band.civic.electionfinance.sample.Party.SIGNS;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;

/// The two committees of Measure S. One pays the same bill four times; the other's amendment empties a schedule, its
/// name changes, and some of its rows come as stubs.
final class SampleMeasure {
  private final WorkbookWriter in2023;
  private final WorkbookWriter in2024;

  SampleMeasure(WorkbookWriter in2023, WorkbookWriter in2024) {
    this.in2023 = in2023;
    this.in2024 = in2024;
  }

  void write() {
    supporters();
    opponents();
  }

  private void supporters() {
    var start = SampleReport.first(Committee.BRIDGES, "2023-07-01", "2023-12-31");
    Donors.give(start, "2023-09-01", 8);
    Donors.pay(start, "2023-10-10", 3);
    start.unitemized("275", "0").file(in2023, "000", "2024-01-29");
    var spring = start.then("2024-06-30");
    Donors.give(spring, "2024-03-04", 12);
    Donors.pay(spring, "2024-04-01", 5);
    spring.unitemized("1210.40", "95").file(in2024, "000", "2024-07-30");
    var autumn = spring.then("2024-10-19");
    Donors.give(autumn, "2024-07-15", 14);
    for (var stand = 1; stand <= 4; stand++) {
      autumn.payment("E", SIGNS, "2024-10-02", "100").with("Expn_Code", "CMP").with("Expn_Dscr", "Stand at the fair");
      autumn.count("E 1", SampleRow.cents("100"));
    }
    Donors.pay(autumn, "2024-08-05", 4);
    autumn.unitemized("415", "12.50").file(in2024, "000", "2024-10-24");
    var winter = autumn.then("2024-12-31");
    winter.receives("A", Party.ZOE, "2024-10-25", "5000");
    Donors.pay(winter, "2024-10-28", 5);
    winter.unitemized("60", "0").file(in2024, "000", "2025-01-30");
    new LateReport(in2024, Committee.BRIDGES, "BR-1 000", "2024-10-26").receives(Party.ZOE, "2024-10-25", "5000");
  }

  private void opponents() {
    var spring = SampleReport.first(Committee.AGAINST, "2024-01-01", "2024-06-30");
    Donors.give(spring, "2024-02-02", 9);
    stubs(spring);
    Donors.pay(spring, "2024-03-15", 4);
    spring.owes(Party.QUILL, "0", "990", "0");
    spring.unitemized("130", "0").file(in2024, "000", "2024-07-29");
    var emptied = spring.amended().emptied("F");
    emptied.file(in2024, "001", "2024-08-19");
    var renamed = emptied.amended(Committee.AGAINST.named("Sample Taxpayers Against Bridges, No on S"));
    renamed.receives("A", Party.DONORS.get(6), "2024-06-21", "400").file(in2024, "002", "2024-09-03");
    var autumn = renamed.then("2024-10-19");
    Donors.give(autumn, "2024-07-08", 8);
    Donors.pay(autumn, "2024-08-21", 5);
    autumn.unitemized("75", "33").file(in2024, "000", "2024-10-23");
    new LateReport(in2024, Committee.AGAINST, "NOS-7 000", "2024-10-31")
        .receives(Party.DONORS.get(10), "2024-10-30", "2500")
        .stub(Party.DONORS.get(6));
  }

  /// Rows of which NetFile exports nothing but who and their number; the summary counts their money.
  private static void stubs(SampleReport report) {
    report.row("A", "RCPT").with("Entity_Cd", "IND").with("Tran_NamL", "Stub").with("Tran_NamF", "Stella");
    report.count("A 1", SampleRow.cents("700"));
    report.row("A", "RCPT").with("Entity_Cd", "OTH");
    report.count("A 1", SampleRow.cents("300"));
    report.row("E", "EXPN").with("Entity_Cd", "OTH").with("Payee_NamL", "Stub Supplies");
    report.count("E 1", SampleRow.cents("195"));
    undated(report);
  }

  private static void undated(SampleReport report) {
    report.payment("E", SIGNS, "2024-05-05", "85.50").with("Expn_Code", "").without("Expn_Date");
    report.count("E 1", SampleRow.cents("85.50"));
    report.payment("G", Party.PAYEES.get(3), LocalDate.of(2024, 5, 6).toString(), "42").with("Expn_Code", "MTG");
  }
}
