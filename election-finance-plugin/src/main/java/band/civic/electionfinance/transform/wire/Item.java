package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One transaction as one row has it, in our words.
///
/// @param schedule where it was reported
/// @param values text, `Long` or `Integer`; nothing for what the row does not say
/// @param key 32 hex digits; equal for rows that say the same
/// @param hasOwnKey whether the source itself gave the key: then equal keys are one row, however often it came
/// @param loan what schedule B1, B2 or H says of the loan
/// @param accrued what schedule F says of the debt
/// @param flaws what is wrong with the row
public record Item(Schedule schedule, Map<Field, Object> values, String key, boolean hasOwnKey, Optional<Loan> loan,
    Optional<Accrued> accrued, List<Flaw> flaws) {

  /// Amounts in cents, null when not given (netfile 3.2, `Loan_Amt1…8`).
  public record Loan(@Nullable Long begin, @Nullable Long received, @Nullable Long paid, @Nullable Long forgiven,
      @Nullable Long close, @Nullable Long original, String rate, String incurredOn, String dueOn) {}

  /// Amounts in cents, null when not given.
  public record Accrued(@Nullable Long begin, @Nullable Long incurred, @Nullable Long paid, @Nullable Long end) {}

  /// One line of a summary page; amounts in cents, null when not given.
  public record SummaryLine(String formType, String line, @Nullable Long a, @Nullable Long b, @Nullable Long c) {

    public boolean hasMoney() {
      return isMoney(a) || isMoney(b);
    }
  }

  public @Nullable Object value(Field field) {
    return values.get(field);
  }

  public boolean hasMoney() {
    return isMoney((Long) value(Field.AMOUNT_CENTS))
        || (accrued.isPresent() && (isMoney(accrued.get().begin()) || isMoney(accrued.get().end())))
        || (loan.isPresent() && (isMoney(loan.get().begin()) || isMoney(loan.get().close())));
  }

  private static boolean isMoney(@Nullable Long cents) {
    return cents != null && cents != 0;
  }
}
