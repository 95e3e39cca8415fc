package band.civic.clerk.testkit.netfile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The 16 sheets of NetFile's yearly workbook and their columns, in order, as its exports of 2015 to 2026 have them.
public final class NetFileSheets {
  private static final String COVER = "Filer_ID Filer_NamL Report_Num Committee_Type Rpt_Date From_Date Thru_Date "
      + "Elect_Date";
  private static final String OFFICE = " tblCover_Office_Cd tblCover_Offic_Dscr";
  private static final String ROW = " Rec_Type Form_Type Tran_ID";
  private static final String MEMO = " Memo_Code Memo_RefNo";
  private static final String LINKS = " BakRef_TID XRef_SchNm XRef_Match";
  private static final String MEASURE = " Bal_Name Bal_Num Bal_Juris";
  private static final String SEAT = " Office_Cd Offic_Dscr Juris_Cd Juris_Dscr Dist_No";
  private static final String WORKS = " %1$s_Emp %1$s_Occ %1$s_Self";

  private static final String RECEIPT = COVER + OFFICE + ROW + " Entity_Cd" + names("Tran")
      + place("Tran", "State", "Zip4") + WORKS.formatted("Tran")
      + " Tran_Type Tran_Date Tran_Date1 Tran_Amt1 Tran_Amt2 Tran_Dscr Cmte_ID" + names("Tres")
      + place("Tres", "State", "Zip") + names("Intr") + place("Intr", "State", "Zip4") + WORKS.formatted("Intr")
      + names("Cand") + SEAT.replace(" Off", " tblDetlTran_Off") + " Off_S_H_Cd" + MEASURE + " Sup_Opp_Cd" + MEMO
      + LINKS
      + " Loan_Rate Int_CmteId";
  private static final String PAYMENT = COVER + OFFICE + ROW + " Entity_Cd" + names("Payee")
      + place("Payee", "State", "Zip4") + " Expn_Date Amount Cum_YTD Expn_ChkNo Expn_Code Expn_Dscr" + names("Agent")
      + " Cmte_ID" + names("Tres") + place("Tres", "ST", "ZIP4") + names("Cand") + SEAT + " Off_S_H_Cd" + MEASURE
      + " Sup_Opp_Cd" + MEMO + " BakRef_TID G_From_E_F XRef_SchNm XRef_Match";
  private static final String DEBT = COVER + OFFICE + ROW + " Entity_Cd" + names("Payee")
      + place("Payee", "State", "Zip4") + " Beg_Bal Amt_Incur Amt_Paid End_Bal Expn_Code Expn_Dscr Cmte_ID"
      + names("Tres") + place("Tres", "ST", "ZIP4") + MEMO + LINKS;
  private static final String LOAN = COVER + OFFICE + ROW + " Entity_Cd" + names("Lndr") + place("Loan", "ST", "Zip4")
      + " Loan_Date1 Loan_Date2 Loan_Amt1 Loan_Amt2 Loan_Amt3 Loan_Amt4 Loan_Rate Loan_EMP Loan_OCC Loan_Self Cmte_ID"
      + names("Tres") + place("Tres", "ST", "ZIP4") + " B2Lender_Name-Inter_name Intr_NamF Intr_NamT Intr_NamS"
      + place("Intr", "ST", "ZIP4") + MEMO + LINKS + " Loan_Amt5 Loan_Amt6 Loan_Amt7 Loan_Amt8";
  private static final String DONOR = " EmplBus_CB Bus_Name" + place("Bus", "ST", "ZIP4")
      + " Bus_Inter BusAct_CB BusActvity Assoc_CB Assoc_Int Other_CB Other_Int";
  private static final String LATE_CONTRIBUTION = COVER + ROW + " Entity_Cd" + names("Enty")
      + place("Enty", "ST", "Zip4") + WORKS.formatted("Ctrib") + " Elec_Date Ctrib_Date Date_Thru Amount Cmte_ID"
      + names("Cand") + SEAT + " Off_S_H_Cd" + MEASURE + MEMO + " Rpt_ID_Num";
  private static final String LATE_SPENDING = COVER + ROW + " Amount Exp_Date Date_Thru Expn_Dscr" + MEMO + MEASURE
      + " Sup_Opp_Cd" + names("Cand") + SEAT + " Rpt_ID_Num";
  private static final String SUMMARY = COVER + OFFICE + " Rec_Type Form_Type Line_Item Amount_A Amount_B Amount_C";

  private static final Map<String, List<String>> COLUMNS = columns();

  private NetFileSheets() {}

  /// The sheets, in the workbook's order.
  public static List<String> names() {
    return List.copyOf(COLUMNS.keySet());
  }

  /// The columns of a sheet.
  public static List<String> columns(String sheet) {
    return COLUMNS.getOrDefault(sheet, List.of());
  }

  private static Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Stream.of("A", "C", "I", "F496P3").forEach(s -> columns.put(s + "-Contributions", split(RECEIPT)));
    columns.put("F465P3-Expenditure", split(PAYMENT));
    columns.put("F461P5-Expenditure", split(PAYMENT + DONOR));
    Stream.of("D", "G", "E").forEach(s -> columns.put(s + "-Expenditure", split(PAYMENT)));
    columns.put("F-Expenses", split(DEBT));
    Stream.of("B1", "B2", "H").forEach(s -> columns.put(s + "-Loans", split(LOAN)));
    columns.put("Summary", split(SUMMARY));
    columns.put("497", split(LATE_CONTRIBUTION));
    columns.put("496", split(LATE_SPENDING));
    return columns;
  }

  private static List<String> split(String columns) {
    return Arrays.asList(columns.split(" "));
  }

  private static String names(String who) {
    return " %1$s_NamL %1$s_NamF %1$s_NamT %1$s_NamS".formatted(who);
  }

  private static String place(String who, String state, String zip) {
    return " %1$s_Adr1 %1$s_Adr2 %1$s_City %1$s_%2$s %1$s_%3$s".formatted(who, state, zip);
  }
}
