package band.civic.electionfinance.transform.wire;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A fact of a row, whatever the format calls it. The spellings stand in `columns.txt`.
enum Column {
  // the filing
  FILER_ID, FILER_LOCAL_ID, FILER_NAME, FILER_FIRST_NAME, REPORT_NUMBER, COMMITTEE_TYPE, FILED_ON,
  // its period and numbers
  PERIOD_START, PERIOD_END, ELECTION_DATE, COVER_OFFICE, COVER_OFFICE_TEXT, LATE_ID, FILING_ID,
  // what the row is
  KEY, REC_TYPE, FORM_TYPE, TRANSACTION_TYPE, TRAN_ID, TRAN_TYPE, CODE, MEMO, BACK_REFERENCE,
  // the other side
  ENTITY, LAST, FIRST, SUFFIX, CITY, STATE, ZIP, EMPLOYER, OCCUPATION, SELF_EMPLOYED, COMMITTEE_ID,
  // what happened
  DATE, DATE_END, AMOUNT, CUMULATIVE, DESCRIPTION, INTERMEDIARY_LAST, INTERMEDIARY_FIRST,
  // what it was for
  CANDIDATE_LAST, CANDIDATE_FIRST, OFFICE, JURISDICTION, DISTRICT, MEASURE_NAME, MEASURE_NUMBER, SUPPORT_OPPOSE,
  // schedule F
  BALANCE_START, INCURRED, PAID, BALANCE_END,
  // schedule B
  LOAN_RECEIVED, LOAN_CLOSE, LOAN_CUMULATIVE, LOAN_START, LOAN_PAID, LOAN_FORGIVEN, LOAN_ORIGINAL,
  // a loan's terms
  LOAN_DATE, LOAN_DUE, LOAN_RATE,
  // the summary page
  LINE, LINE_A, LINE_B, LINE_C;

  private static final Map<String, Place> PLACES = new HashMap<>();
  private static final Map<Column, Integer> SPELLINGS = new HashMap<>();

  /// @param column what a spelling means
  /// @param rank its place among the column's spellings
  /// @param other a second meaning, where there is one
  record Place(Column column, int rank, Optional<Place> other) {}

  static {
    for (var line : SqlScript.text(Column.class, "columns.txt").split("\n")) {
      if (!line.startsWith("#")) {
        var words = line.split(" +");
        var column = valueOf(words[0]);
        SPELLINGS.put(column, words.length - 1);
        for (var at = 1; at < words.length; at++) {
          PLACES.put(words[at], new Place(column, at - 1, Optional.ofNullable(PLACES.get(words[at]))));
        }
      }
    }
  }

  /// What the spelling of some format means.
  static Optional<Place> find(String spelling) {
    return Optional.ofNullable(PLACES.get(fold(spelling)));
  }

  /// How many spellings there are.
  int spellings() {
    return SPELLINGS.getOrDefault(this, 0);
  }

  private static String fold(String spelling) {
    var plain = spelling.replace("_", "").toLowerCase(Locale.ROOT);
    return plain.startsWith("transaction.") ? plain.substring("transaction.".length()) : plain;
  }
}
