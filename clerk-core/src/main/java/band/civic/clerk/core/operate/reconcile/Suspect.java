package band.civic.clerk.core.operate.reconcile;

import band.civic.clerk.core.operate.reconcile.Finding.Outcome;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A finding and its cure.
///
/// @param finding what was found
/// @param cure puts it right, if it still is so; false when it was not any more. Empty when only a person can
record Suspect(Finding finding, Optional<BooleanSupplier> cure) {

  static Suspect of(String kind, String subject, String message, BooleanSupplier cure) {
    return new Suspect(new Finding(kind, subject, message, Outcome.FOUND), Optional.of(cure));
  }

  static Suspect forAPerson(String kind, String subject, String message) {
    return new Suspect(new Finding(kind, subject, message, Outcome.FOR_A_PERSON), Optional.empty());
  }

  Finding cured() {
    return cure.map(repair -> new Finding(finding.kind(), finding.subject(), finding.message(),
        repair.getAsBoolean() ? Outcome.REPAIRED : Outcome.GONE)).orElse(finding);
  }
}
