package band.civic.electionfinance.transform.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A fact of a row, whatever the format calls it (netfile 3.1 and 3.2). The spellings are those of workbook, CSV, CAL,
/// Connect2, the site API and Campaign API v101, in lower case and without underscores; where a row has several of them,
/// the first that is not empty holds.
enum Column {
  FILER_ID("filerid filerstateid"), FILER_LOCAL_ID("filerlocalid filernid"), FILER_NAME(
      "filernaml filername"), FILER_FIRST_NAME("filernamf"), REPORT_NUMBER("reportnum"), COMMITTEE_TYPE(
          "committeetype"), FILED_ON("rptdate"), PERIOD_START("fromdate filingstartdate"), PERIOD_END(
              "thrudate filingenddate"), ELECTION_DATE("electdate elecdate"), COVER_OFFICE(
                  "tblcoverofficecd"), COVER_OFFICE_TEXT("tblcoverofficdscr"), LATE_ID("rptidnum"), FILING_ID(
                      "filingid filingnid"), KEY("netfilekey elementnid id"), REC_TYPE("rectype"), FORM_TYPE(
                          "formtype schedule"), TRANSACTION_TYPE("caltransactiontype transactiontype"), TRAN_ID(
                              "tranid"), ENTITY("entitycd"), LAST(
                                  "trannaml payeenaml lndrnaml entynaml name vendor"), FIRST(
                                      "trannamf payeenamf lndrnamf entynamf"), SUFFIX(
                                          "trannams payeenams lndrnams entynams"), CITY(
                                              "trancity payeecity loancity entycity"), STATE(
                                                  "transtate transt payeestate loanst entyst"), ZIP(
                                                      "tranzip4 payeezip4 loanzip4 entyzip4"), EMPLOYER(
                                                          "tranemp loanemp ctribemp employer"), OCCUPATION(
                                                              "tranocc loanocc ctribocc occupation"), SELF_EMPLOYED(
                                                                  "tranself loanself ctribself"), TRAN_TYPE(
                                                                      "trantype loantype"), DATE(
                                                                          "trandate expndate ctribdate expdate loandate1 calculateddate date"), DATE_END(
                                                                              "trandate1 datethru"), AMOUNT(
                                                                                  "tranamt1 amount calculatedamount"), CUMULATIVE(
                                                                                      "tranamt2 cumytd"), DESCRIPTION(
                                                                                          "trandscr expndscr"), CODE(
                                                                                              "trancode expncode spendingcode"), COMMITTEE_ID(
                                                                                                  "cmteid"), INTERMEDIARY_LAST(
                                                                                                      "intrnaml b2lendername-intername"), INTERMEDIARY_FIRST(
                                                                                                          "intrnamf"), CANDIDATE_LAST(
                                                                                                              "candnaml"), CANDIDATE_FIRST(
                                                                                                                  "candnamf"), OFFICE(
                                                                                                                      "officecd tbldetltranofficecd"), JURISDICTION(
                                                                                                                          "juriscd"), DISTRICT(
                                                                                                                              "distno"), MEASURE_NAME(
                                                                                                                                  "balname"), MEASURE_NUMBER(
                                                                                                                                      "balnum"), SUPPORT_OPPOSE(
                                                                                                                                          "supoppcd"), MEMO(
                                                                                                                                              "memocode"), BACK_REFERENCE(
                                                                                                                                                  "bakreftid"), BALANCE_START(
                                                                                                                                                      "begbal"), INCURRED(
                                                                                                                                                          "amtincur"), PAID(
                                                                                                                                                              "amtpaid"), BALANCE_END(
                                                                                                                                                                  "endbal"), LOAN_RECEIVED(
                                                                                                                                                                      "loanamt1"), LOAN_CLOSE(
                                                                                                                                                                          "loanamt2"), LOAN_CUMULATIVE(
                                                                                                                                                                              "loanamt3"), LOAN_START(
                                                                                                                                                                                  "loanamt4"), LOAN_PAID(
                                                                                                                                                                                      "loanamt5"), LOAN_FORGIVEN(
                                                                                                                                                                                          "loanamt6"), LOAN_ORIGINAL(
                                                                                                                                                                                              "loanamt8"), LOAN_DATE(
                                                                                                                                                                                                  "loandate1"), LOAN_DUE(
                                                                                                                                                                                                      "loandate2"), LOAN_RATE(
                                                                                                                                                                                                          "loanrate intrate"), LINE(
                                                                                                                                                                                                              "lineitem"), LINE_A(
                                                                                                                                                                                                                  "amounta"), LINE_B(
                                                                                                                                                                                                                      "amountb"), LINE_C(
                                                                                                                                                                                                                          "amountc"), IS_ITEMIZED(
                                                                                                                                                                                                                              "isitemized");

  private static final Map<String, Place> PLACES = new HashMap<>();

  private final String spellings;

  /// @param spellings
  ///          separated by blanks
  Column(String spellings) {
    this.spellings = spellings;
  }

  /// @param column
  ///          what a spelling means; a second meaning, where there is one, is `other`
  record Place(Column column, int rank, Optional<Place> other) {}

  static {
    for (var column : values()) {
      var rank = 0;
      for (var spelling : column.spellings.split(" ")) {
        PLACES.put(spelling, new Place(column, rank++, Optional.ofNullable(PLACES.get(spelling))));
      }
    }
  }

  /// What the spelling of some format means.
  static Optional<Place> find(String spelling) {
    return Optional.ofNullable(PLACES.get(fold(spelling)));
  }

  int spellings() {
    return spellings.split(" ").length;
  }

  private static String fold(String spelling) {
    var plain = spelling.replace("_", "").toLowerCase(Locale.ROOT);
    return plain.startsWith("transaction.") ? plain.substring("transaction.".length()) : plain;
  }
}
