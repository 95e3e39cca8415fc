package band.civic.electionfinance.sample;

import static band.civic.electionfinance.sample.Party.QUILL;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;
import java.util.List;

/// Committees and donors that give to others and spend for or against them.
final class SampleSpenders {
  private final WorkbookWriter in2023;
  private final WorkbookWriter in2024;

  SampleSpenders(WorkbookWriter in2023, WorkbookWriter in2024) {
    this.in2023 = in2023;
    this.in2024 = in2024;
  }

  void write() {
    builders();
    buildersLate();
    guide();
    industries();
  }

  private void builders() {
    var first = SampleReport.first(Committee.BUILDERS, "2023-01-01", "2023-06-30");
    members(first, "2023-01-20", 6);
    first.unitemized("90", "15").file(in2023, "000", "2023-07-28");
    var second = first.then("2023-12-31");
    members(second, "2023-07-11", 5);
    gives(second, Party.CORAS_COMMITTEE, "2023-09-30", "500");
    gives(second, Party.SHERIFFS_COMMITTEE, "2023-11-30", "250");
    second.unitemized("45", "15").file(in2023, "000", "2024-01-30");
    var spring = second.then("2024-06-30");
    members(spring, "2024-01-09", 6);
    gives(spring, Party.CORAS_COMMITTEE, "2024-02-12", "750");
    gives(spring, Party.SHERIFFS_COMMITTEE, "2024-05-02", "500");
    spring.unitemized("0", "22").file(in2024, "000", "2024-07-31");
    var autumn = spring.then("2024-10-19");
    members(autumn, "2024-07-02", 9);
    spends(autumn, "2024-10-05", "2308.74", "S");
    spends(autumn, "2024-10-12", "1190", "S");
    autumn.unitemized("0", "18").file(in2024, "000", "2024-10-24");
    var winter = autumn.then("2024-12-31");
    members(winter, "2024-11-10", 3);
    gives(winter, Party.CORAS_COMMITTEE, "2024-10-22", "1000");
    gives(winter, Party.SHERIFFS_COMMITTEE, "2024-11-20", "100");
    spends(winter, "2024-10-25", "3150.60", "S");
    winter.unitemized("0", "18").file(in2024, "000", "2025-01-31");
  }

  private static void members(SampleReport report, String firstDate, int count) {
    var date = LocalDate.parse(firstDate);
    var givers = List.of(Party.DONORS.get(10), Party.DONORS.get(11), Party.PAYEES.get(0), Party.PAYEES.get(4));
    for (var i = 0; i < count; i++) {
      report.receives("A", givers.get(i % givers.size()), date.plusDays(5L * i).toString(), 400 + 125 * i + ".00");
    }
  }

  /// A gift to a candidate's committee: paid under E, repeated under D.
  private static void gives(SampleReport report, Party to, String date, String dollars) {
    report.pays(to, date, dollars, "CTB");
    report.payment("D", to, date, dollars)
        .with("Expn_Code", "MON")
        .with("Cand_NamL", to.last())
        .with("Sup_Opp_Cd", "S");
    report.count("D 1", SampleRow.cents(dollars));
  }

  /// Independent spending: paid under E, repeated under D.
  private static void spends(SampleReport report, String date, String dollars, String supportOrOppose) {
    report.pays(QUILL, date, dollars, "IND");
    report.count("D 1", SampleRow.cents(dollars));
    report.payment("D", Party.CORAS_COMMITTEE, date, dollars)
        .with("Expn_Code", "IND")
        .with("Cand_NamL", "Candidate")
        .with("Cand_NamF", "Cora")
        .with("Office_Cd", "BSU")
        .with("Juris_Cd", "CTY")
        .with("Dist_No", "3")
        .with("Sup_Opp_Cd", supportOrOppose);
  }

  /// The report of the last days is amended; its number is written as `1`.
  private void buildersLate() {
    new LateReport(in2024, Committee.BUILDERS, "IE-1 000", "2024-10-06").spends("Mailer", "2024-10-05", "2308.74", "S")
        .paidBy(Party.DONORS.get(10), "2024-09-30", "1500")
        .paidBy(Party.DONORS.get(11), "2024-10-01", "900");
    new LateReport(in2024, Committee.BUILDERS, "IE-2 000", "2024-10-26").spends("Radio", "2024-10-25", "3000", "s")
        .paidBy(Party.DONORS.get(10), "2024-10-24", "2000");
    new LateReport(in2024, Committee.BUILDERS, "IE-2 1", "2024-10-28").spends("Radio", "2024-10-25", "3150.60", "s")
        .paidBy(Party.DONORS.get(10), "2024-10-24", "2000");
    new LateReport(in2024, Committee.BUILDERS, "LC-1 000", "2024-10-23").gives(Party.CORAS_COMMITTEE, "2024-10-22",
        "1000");
    new DonorReport(in2024, Committee.BUILDERS, "2024-10-01 2024-10-19").pays("F465P3", QUILL, "2024-10-05", "2308.74")
        .pays("F465P3", QUILL, "2024-10-12", "1190");
  }

  /// Reports a quarter and then a half-year that contains it; lends money and has it paid back.
  private void guide() {
    var first = SampleReport.first(Committee.GUIDE, "2023-01-01", "2023-06-30");
    Donors.give(first, "2023-04-04", 6);
    lends(first, "1000", "0");
    first.receives("I", Party.PAYEES.get(5), "2023-06-01", "12.34")
        .unitemized("120", "9")
        .file(in2023, "000", "2023-07-31");
    var second = first.then("2023-12-31");
    Donors.give(second, "2023-08-08", 5);
    lends(second, "0", "400");
    second.unitemized("80", "0").file(in2023, "000", "2024-01-31");
    var quarter = second.then("2024-03-31");
    Donors.give(quarter, "2024-01-22", 4);
    Donors.pay(quarter, "2024-02-03", 2);
    quarter.unitemized("55", "0").file(in2024, "000", "2024-04-30");
    var half = new SampleReport(Committee.GUIDE, "2024-01-01", "2024-06-30", second.asPrevious());
    Donors.give(half, "2024-01-22", 8);
    Donors.pay(half, "2024-02-03", 4);
    half.unitemized("110", "0").file(in2024, "000", "2024-07-31");
    var rest = half.then("2024-12-31");
    Donors.give(rest, "2024-08-12", 6);
    Donors.pay(rest, "2024-09-16", 6);
    rest.unitemized("1035", "4").file(in2024, "000", "2025-01-31");
  }

  private static void lends(SampleReport report, String lent, String repaid) {
    var borrower = Party.organization("COM", "Invented Slate 2023", "Oakland", "94612");
    SampleCandidate.loanRow(report, "H", borrower)
        .money("Loan_Amt1", SampleRow.cents(lent))
        .money("Loan_Amt5", SampleRow.cents(repaid));
    report.count("H 1", SampleRow.cents(lent));
    report.count("H 2", SampleRow.cents(repaid));
  }

  private void industries() {
    var measure = Party.organization("COM", "Sample Taxpayers Against Bridges 2024", "Fremont", "94536");
    new DonorReport(in2023, Committee.INDUSTRIES, "2023-01-01 2023-12-31").pays("F461P5", measure, "2023-12-12", "1500")
        .summary("0", "0");
    new DonorReport(in2024, Committee.INDUSTRIES, "2024-01-01 2024-06-30")
        .pays("F461P5", measure, "2024-03-03", "10000")
        .pays("F461P5", Party.CORAS_COMMITTEE, "2024-04-04", "500")
        .summary("75", "0");
    new DonorReport(in2024, Committee.INDUSTRIES, "2024-07-01 2024-12-31").pays("F461P5", measure, "2024-09-09", "7500")
        .summary("0", "10575");
  }
}
