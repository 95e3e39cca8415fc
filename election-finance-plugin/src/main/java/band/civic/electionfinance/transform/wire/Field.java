package band.civic.electionfinance.transform.wire;

import java.util.Locale;

/// The columns of `transactions` that one row alone decides.
public enum Field {
  FORM_TYPE, REC_TYPE, TRAN_ID, KIND, TX_DATE, TX_DATE_END, AMOUNT_CENTS, CUMULATIVE_CENTS, COUNTERPARTY, COUNTERPARTY_LAST, COUNTERPARTY_FIRST, ENTITY_CD, CITY, STATE, ZIP5, EMPLOYER, OCCUPATION, SELF_EMPLOYED, TRAN_TYPE, DESCRIPTION, EXPN_CODE, COUNTERPARTY_ID, INTERMEDIARY, CANDIDATE, OFFICE_CD, JURIS_CD, DISTRICT, MEASURE_NAME, MEASURE_NUM, SUP_OPP, MEMO, BACK_REF, IS_STUB, ORIGIN, SIZE_BAND, SOURCE_ID, SOURCE_LINE, RAW_JSON;

  private final String column = name().toLowerCase(Locale.ROOT);

  /// As the table has it.
  public String column() {
    return column;
  }
}
