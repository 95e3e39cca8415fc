package band.civic.electionfinance.model;

import java.util.Locale;

/// What a transaction is.
public enum Kind {
  CONTRIBUTION, LOAN, EXPENDITURE, ACCRUED, SUB_PAYMENT, INDEPENDENT, MISC_RECEIPT, LATE_CONTRIBUTION, LATE_PAYMENT, SUMMARY_OF_SUPPORT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// As the database has it, `late_contribution`.
  public String label() {
    return label;
  }
}
