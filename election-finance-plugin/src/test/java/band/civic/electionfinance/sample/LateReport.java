package band.civic.electionfinance.sample;

import band.civic.clerk.testkit.netfile.WorkbookWriter;
import java.time.LocalDate;

/// A 24-hour report: Form 496 or 497, under its own report number.
final class LateReport {
  private final WorkbookWriter workbook;
  private final Committee committee;
  private final String id;
  private final String number;
  private final LocalDate filedOn;
  private int next = 1;

  /// @param numbers the report's id and its amendment number: `S-24-01 000`
  LateReport(WorkbookWriter workbook, Committee committee, String numbers, String filedOn) {
    this.workbook = workbook;
    this.committee = committee;
    this.id = numbers.split(" ")[0];
    this.number = numbers.split(" ")[1];
    this.filedOn = LocalDate.parse(filedOn);
  }

  /// A late contribution received: Form 497, part 1.
  LateReport receives(Party from, String date, String dollars) {
    return contribution("F497P1", from, date, dollars);
  }

  /// A late contribution made: Form 497, part 2.
  LateReport gives(Party to, String date, String dollars) {
    return contribution("F497P2", to, date, dollars);
  }

  private LateReport contribution(String form, Party party, String date, String dollars) {
    return add(new SampleRow("497").with("Rec_Type", "S497")
        .with("Form_Type", form)
        .with("Tran_ID", "L" + next++)
        .with("Rpt_ID_Num", id)
        .party("Enty", "Enty", party)
        .with("Ctrib_Emp", party.employer())
        .with("Ctrib_Occ", party.occupation())
        .with("Ctrib_Date", LocalDate.parse(date))
        .money("Amount", SampleRow.cents(dollars)));
  }

  /// A row of which NetFile exports nothing but who and its number.
  LateReport stub(Party from) {
    return add(new SampleRow("497").with("Rec_Type", "S497")
        .with("Form_Type", "F497P1")
        .with("Tran_ID", "L" + next++)
        .with("Rpt_ID_Num", id)
        .with("Enty_NamL", from.last())
        .with("Entity_Cd", from.code()));
  }

  /// Independent spending for (`S`) or against (`O`) the sample's candidate for supervisor: Form 496.
  LateReport spends(String what, String date, String dollars, String supportOrOppose) {
    return add(new SampleRow("496").with("Rec_Type", "S496")
        .with("Form_Type", "F496")
        .with("Tran_ID", "I" + next++)
        .with("Rpt_ID_Num", id)
        .with("Exp_Date", LocalDate.parse(date))
        .with("Expn_Dscr", what)
        .money("Amount", SampleRow.cents(dollars))
        .with("Cand_NamL", "Candidate")
        .with("Cand_NamF", "Cora")
        .with("Office_Cd", "BSU")
        .with("Juris_Cd", "CTY")
        .with("Juris_Dscr", "Sample County")
        .with("Dist_No", "3")
        .with("Sup_Opp_Cd", supportOrOppose));
  }

  /// A contribution that paid for it: Form 496, part 3.
  LateReport paidBy(Party from, String date, String dollars) {
    var cents = SampleRow.cents(dollars);
    return add(new SampleRow("F496P3-Contributions").with("Rec_Type", "RCPT")
        .with("Form_Type", "F496P3")
        .with("Tran_ID", "P" + next++)
        .party("Tran", "Tran", from)
        .with("Tran_Date", LocalDate.parse(date))
        .money("Tran_Amt1", cents)
        .money("Tran_Amt2", cents));
  }

  private LateReport add(SampleRow row) {
    workbook.row(row.sheet(), row.cover(committee, number, filedOn).cells());
    return this;
  }
}
