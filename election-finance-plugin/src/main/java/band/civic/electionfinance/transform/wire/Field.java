package band.civic.electionfinance.transform.wire;

import java.util.Locale;

/// The columns of `transactions` that one row alone decides.
public enum Field {
  // what it is
  FORM_TYPE, REC_TYPE, TRAN_ID, KIND, TRAN_TYPE, EXPN_CODE, MEMO, BACK_REF, IS_STUB,
  // when and how much
  TX_DATE, TX_DATE_END, AMOUNT_CENTS, CUMULATIVE_CENTS, SIZE_BAND,
  // the other side
  COUNTERPARTY, COUNTERPARTY_LAST, COUNTERPARTY_FIRST, ENTITY_CD, CITY, STATE, ZIP5, EMPLOYER, OCCUPATION,
  // more of it
  SELF_EMPLOYED, COUNTERPARTY_ID, INTERMEDIARY, ORIGIN,
  // what it was for
  DESCRIPTION, CANDIDATE, OFFICE_CD, JURIS_CD, DISTRICT, MEASURE_NAME, MEASURE_NUM, SUP_OPP,
  // where it stands
  SOURCE_ID, SOURCE_LINE, RAW_JSON;

  private final String column = name().toLowerCase(Locale.ROOT);

  /// As the table has it.
  public String column() {
    return column;
  }
}
