package band.civic.electionfinance.sample;

import static band.civic.electionfinance.sample.Party.AGENCY;
import static band.civic.electionfinance.sample.Party.QUILL;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;

/// The candidate for supervisor: loans, a guarantee, unpaid bills, goods, returns, amendments, late reports.
final class SampleCandidate {
  private static final String LOAN_DATE = "2023-02-01";

  private final WorkbookWriter in2023;
  private final WorkbookWriter in2024;

  SampleCandidate(WorkbookWriter in2023, WorkbookWriter in2024) {
    this.in2023 = in2023;
    this.in2024 = in2024;
  }

  void write() {
    var first = firstHalfOf2023();
    first.file(in2023, "000", "2023-07-31");
    var corrected = first.amended().receives("A", Party.DONORS.get(8), "2023-06-28", "250");
    corrected.file(in2023, "001", "2023-09-12");
    var second = secondHalfOf2023(corrected);
    second.file(in2023, "000", "2024-01-31");
    year2024(second);
    lateReports();
  }

  private static SampleReport firstHalfOf2023() {
    var report = SampleReport.first(Committee.CORA, "2023-01-01", "2023-06-30");
    Donors.give(report, "2023-02-14", 9);
    loan(report, new LoanMoves("0", "5000", "0", "0"));
    guarantee(report, "2500");
    report.receives("C", QUILL, "2023-03-03", "420.75");
    report.row("C", "RCPT")
        .party("Tran", "Tran", Party.CORA)
        .with("Tran_Date", LocalDate.parse("2023-04-01"))
        .with("Tran_Dscr", "Use of an office valued at $300.00")
        .money("Tran_Amt1", 0)
        .money("Tran_Amt2", 0);
    Donors.pay(report, "2023-03-20", 5);
    report.owes(AGENCY, "0", "800", "0");
    report.receives("I", Party.PAYEES.get(3), "2023-05-05", "75.33");
    return report.unitemized("640.50", "88.20");
  }

  private static SampleReport secondHalfOf2023(SampleReport before) {
    var report = before.then("2023-12-31");
    Donors.give(report, "2023-07-20", 11);
    giveBack(report);
    loan(report, new LoanMoves("5000", "0", "1000", "500"));
    report.owes(AGENCY, "800", "0", "500");
    report.pays(AGENCY, "2023-10-02", "1500", "CNS");
    subPayments(report);
    Donors.pay(report, "2023-08-15", 4);
    undatedPayment(report);
    return report.unitemized("310", "45.10");
  }

  private void year2024(SampleReport before) {
    var spring = before.then("2024-06-30");
    Donors.give(spring, "2024-01-15", 12);
    loan(spring, new LoanMoves("3500", "0", "0", "0"));
    spring.owes(AGENCY, "300", "450", "300").pays(AGENCY, "2024-03-01", "300", "CNS");
    Donors.pay(spring, "2024-02-20", 6);
    spring.unitemized("820", "60").file(in2024, "000", "2024-07-31");
    var summer = spring.then("2024-09-21");
    Donors.give(summer, "2024-07-10", 8);
    loan(summer, new LoanMoves("3500", "0", "3500", "0"));
    Donors.pay(summer, "2024-07-25", 5);
    summer.owes(AGENCY, "450", "0", "0").unitemized("4205.25", "30").file(in2024, "000", "2024-09-26");
    autumn(summer);
  }

  /// Twice amended: once with a payment forgotten, once with a bill.
  private void autumn(SampleReport before) {
    var autumn = before.then("2024-10-19");
    Donors.give(autumn, "2024-09-23", 7);
    Donors.pay(autumn, "2024-09-28", 5);
    autumn.owes(AGENCY, "450", "0", "0").unitemized("2199", "0").file(in2024, "000", "2024-10-24");
    var once = autumn.amended().pays(QUILL, "2024-10-11", "1275.40", "LIT");
    once.file(in2024, "001", "2024-11-20");
    var twice = once.amended().emptied("F").owes(AGENCY, "450", "200", "0");
    twice.file(in2024, "002", "2024-12-09");
    var winter = twice.then("2024-12-31");
    winter.receives("A", Party.BUILDERS, "2024-10-22", "1000").receives("A", Party.ADA, "2024-10-29", "1500");
    Donors.give(winter, "2024-11-01", 4);
    winter.owes(AGENCY, "650", "0", "650").pays(AGENCY, "2024-11-15", "650", "CNS");
    winter.unitemized("150", "20").file(in2024, "000", "2025-01-31");
  }

  private void lateReports() {
    new LateReport(in2024, Committee.CORA, "S-24-01 000", "2024-10-23").receives(Party.BUILDERS, "2024-10-22", "1000");
    new LateReport(in2024, Committee.CORA, "S-24-02 000", "2024-10-30").receives(Party.ADA, "2024-10-29", "1250");
    new LateReport(in2024, Committee.CORA, "S-24-02 001", "2024-10-31").receives(Party.ADA, "2024-10-29", "1500");
  }

  /// The candidate's loan in one period, in dollars.
  private record LoanMoves(String before, String received, String paid, String forgiven) {}

  private static void loan(SampleReport report, LoanMoves moves) {
    var received = SampleRow.cents(moves.received());
    var paid = SampleRow.cents(moves.paid());
    var forgiven = SampleRow.cents(moves.forgiven());
    var end = SampleRow.cents(moves.before()) + received - paid - forgiven;
    loanRow(report, "B1", Party.CORA).money("Loan_Amt1", received)
        .money("Loan_Amt2", end)
        .money("Loan_Amt3", SampleRow.cents("5000"))
        .money("Loan_Amt4", SampleRow.cents(moves.before()))
        .money("Loan_Amt5", paid)
        .money("Loan_Amt6", forgiven)
        .money("Loan_Amt7", 0)
        .money("Loan_Amt8", SampleRow.cents("5000"));
    report.count("B1 1", received);
    report.count("B1 2", paid + forgiven);
    report.count("B1 owed", end);
  }

  private static void guarantee(SampleReport report, String dollars) {
    loanRow(report, "B2", Party.GUARANTOR).money("Loan_Amt1", SampleRow.cents(dollars))
        .money("Loan_Amt2", SampleRow.cents(dollars));
    report.count("B2 guaranteed", SampleRow.cents(dollars));
  }

  static SampleRow loanRow(SampleReport report, String schedule, Party lender) {
    return report.row(schedule, "LOAN")
        .party("Lndr", "Loan", lender)
        .with("Loan_Date1", LocalDate.parse(LOAN_DATE))
        .with("Loan_Date2", "12/31/2025")
        .with("Loan_Rate", "0")
        .with("Loan_Self", "n");
  }

  private static void giveBack(SampleReport report) {
    report.receives("A", Party.DONORS.get(10), "2023-09-09", "-100");
  }

  /// Schedule G: what the agency did with its fee.
  private static void subPayments(SampleReport report) {
    report.payment("G", Party.PAYEES.get(4), "2023-10-03", "600")
        .with("Expn_Code", "POS")
        .with("Agent_NamL", AGENCY.last());
    report.payment("G", QUILL, "2023-10-04", "450.50").with("Expn_Code", "LIT").with("Agent_NamL", AGENCY.last());
  }

  private static void undatedPayment(SampleReport report) {
    report.payment("E", Party.PAYEES.get(5), "2023-11-11", "132.18").with("Expn_Code", "WEB").without("Expn_Date");
    report.count("E 1", SampleRow.cents("132.18"));
  }
}
