package band.civic.electionfinance.netfile.cal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The fields of a CAL record, in order, under the names that NetFile's workbook gives them; what the workbook does not
/// have keeps its CAL name. The order is that of the Secretary of State's CAL 2.01, checked against e-files of four
/// vendors.
public final class CalLayout {
  private static final Set<String> DISCLOSURE_FORMS = Set.of("F401", "F425", "F450", "F460", "F461", "F465", "F496",
      "F497", "F498");
  private static final List<String> START = List.of("Rec_Type", "Form_Type");

  private static final List<String> COVER = fields("Filer_ID Entity_Cd Filer_NamL Filer_NamF Filer_NamT Filer_NamS "
      + "Report_Num Rpt_Date Stmt_Type Rpt_ID_Num From_Date Thru_Date Elect_Date " + place("Filer")
      + " Filer_Phon Filer_FAX File_Email Mail_Adr1 Mail_Adr2 Mail_City Mail_ST Mail_ZIP4 " + names("Tres") + " "
      + place("Tres") + " Tres_Phon Tres_FAX Tres_Email Cmtte_Type Flag1_YN Flag2_YN Flag3_YN Flag4_YN AmendExp_1 "
      + "AmendExp_2 AmendExp_3 " + names("Cand") + " " + place("Cand") + " Cand_Phon Cand_FAX Cand_Email Bal_Name "
      + "Bal_Num Bal_Juris Office_Cd Offic_Dscr Juris_Cd Juris_Dscr Dist_No Off_S_H_Cd Sup_Opp_Cd");
  private static final List<String> COVER_OF_OTHER_FORMS = COVER.subList(0, 8);

  private static final String CANDIDATE = names("Cand")
      + " Office_Cd Offic_Dscr Juris_Cd Juris_Dscr Dist_No Off_S_H_Cd ";
  private static final String MEASURE = "Bal_Name Bal_Num Bal_Juris ";

  private static final Map<String, List<String>> DETAILS = Map.ofEntries(
      Map.entry("CVR2", fields("Tran_ID Entity_Cd F460_Part Cmte_ID " + names("Enty") + " " + place("Enty")
          + " Enty_Phon Enty_FAX Enty_Email " + names("Tres") + " Control_YN Office_Cd Offic_Dscr Juris_Cd Juris_Dscr "
          + "Dist_No Off_S_H_Cd " + MEASURE + "Sup_Opp_Cd")),
      Map.entry("CVR3", fields("Tran_ID Entity_Cd Sig_Date Sig_Loc " + names("Sig"))),
      Map.entry("SMRY", fields("Line_Item Amount_A Amount_B Amount_C")),
      Map.entry("RCPT", fields("Tran_ID Entity_Cd " + names("Tran")
          + " Tran_Adr1 Tran_Adr2 Tran_City Tran_State Tran_Zip4 "
          + "Tran_Emp Tran_Occ Tran_Self Tran_Type Tran_Date Tran_Date1 Tran_Amt1 Tran_Amt2 Cum_Oth Tran_Dscr Cmte_ID "
          + names("Tres") + " Tres_Adr1 Tres_Adr2 Tres_City Tres_State Tres_Zip " + names("Intr")
          + " Intr_Adr1 Intr_Adr2 Intr_City Intr_State Intr_Zip4 Intr_Emp Intr_Occ Intr_Self " + CANDIDATE + MEASURE
          + "Sup_Opp_Cd Memo_Code Memo_RefNo BakRef_TID XRef_SchNm XRef_Match Loan_Rate Int_CmteId")),
      Map.entry("EXPN", fields("Tran_ID Entity_Cd " + names("Payee")
          + " Payee_Adr1 Payee_Adr2 Payee_City Payee_State Payee_Zip4 Expn_Date Amount Cum_YTD Cum_Oth Expn_ChkNo "
          + "Expn_Code Expn_Dscr " + names("Agent") + " Cmte_ID " + names("Tres") + " " + place("Tres") + " "
          + CANDIDATE
          + MEASURE + "Sup_Opp_Cd Memo_Code Memo_RefNo BakRef_TID G_From_E_F XRef_SchNm XRef_Match")),
      Map.entry("LOAN", fields("Tran_ID Loan_Type Entity_Cd " + names("Lndr")
          + " Loan_Adr1 Loan_Adr2 Loan_City Loan_ST Loan_Zip4 Loan_Date1 Loan_Date2 Loan_Amt1 Loan_Amt2 Loan_Amt3 "
          + "Loan_Amt4 Loan_Rate Loan_EMP Loan_OCC Loan_Self Cmte_ID " + names("Tres") + " " + place("Tres") + " "
          + names("Intr") + " " + place("Intr") + " Memo_Code Memo_RefNo BakRef_TID XRef_SchNm XRef_Match "
          + "Loan_Amt5 Loan_Amt6 Loan_Amt7 Loan_Amt8")),
      Map.entry("DEBT", fields("Tran_ID Entity_Cd " + names("Payee")
          + " Payee_Adr1 Payee_Adr2 Payee_City Payee_State Payee_Zip4 Beg_Bal Amt_Incur Amt_Paid End_Bal Expn_Code "
          + "Expn_Dscr Cmte_ID " + names("Tres") + " " + place("Tres")
          + " Memo_Code Memo_RefNo BakRef_TID XRef_SchNm XRef_Match")),
      Map.entry("S496", fields("Tran_ID Amount Exp_Date Date_Thru Expn_Dscr Memo_Code Memo_RefNo")),
      Map.entry("S497", fields("Tran_ID Entity_Cd " + names("Enty")
          + " Enty_Adr1 Enty_Adr2 Enty_City Enty_ST Enty_Zip4 Ctrib_Emp Ctrib_Occ Ctrib_Self Elec_Date Ctrib_Date "
          + "Date_Thru Amount Cmte_ID " + CANDIDATE + MEASURE + "Memo_Code Memo_RefNo")),
      Map.entry("SPLT", fields("Tran_ID Elec_Date Elec_Amount Elec_Code")),
      Map.entry("TEXT", fields("Ref_No Text4000")));

  private CalLayout() {}

  /// The names of a record's fields, from the first (`Rec_Type`) on; empty for a record CAL does not have. Of forms that
  /// report no money, only what all covers have in common is named.
  public static Optional<List<String>> findFields(String recordType, String formType) {
    if (recordType.equals("CVR")) {
      return Optional.of(withStart(DISCLOSURE_FORMS.contains(formType) ? COVER : COVER_OF_OTHER_FORMS));
    }
    if (recordType.equals("CVR2") && !DISCLOSURE_FORMS.contains(formType)) {
      return Optional.of(withStart(fields("Tran_ID Entity_Cd " + names("Enty"))));
    }
    return Optional.ofNullable(DETAILS.get(recordType)).map(CalLayout::withStart);
  }

  /// Whether the layout names all the fields of such a record, so that more of them mean a damaged one.
  public static boolean isComplete(String recordType, String formType) {
    return !recordType.startsWith("CVR") || DISCLOSURE_FORMS.contains(formType);
  }

  private static List<String> withStart(List<String> rest) {
    List<String> fields = new ArrayList<>(START);
    fields.addAll(rest);
    return List.copyOf(fields);
  }

  private static List<String> fields(String names) {
    return Stream.of(names.split(" +")).toList();
  }

  private static String names(String who) {
    return who + "_NamL " + who + "_NamF " + who + "_NamT " + who + "_NamS";
  }

  private static String place(String who) {
    return who + "_Adr1 " + who + "_Adr2 " + who + "_City " + who + "_ST " + who + "_ZIP4";
  }
}
