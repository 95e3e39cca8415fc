package band.civic.clerk.core.operate.reconcile;

/// Something that is not as it should be.
///
/// @param kind `stuck-run`, `orphaned-lease`, `lost-job`, `lost-fan-in`, `missing-file`, `changed-file`,
///   `unregistered-file`, `unknown-site`
/// @param subject the run, site, job or file
/// @param message what is so, and what it takes to put it right
/// @param outcome what became of it
public record Finding(String kind, String subject, String message, Outcome outcome) {

  /// What became of a finding.
  public enum Outcome {
    /// It was only looked for.
    FOUND,
    /// It was put right.
    REPAIRED,
    /// It went away by itself, between looking and repairing.
    GONE,
    /// A person has to decide.
    FOR_A_PERSON
  }

  /// Whether it is still so.
  public boolean isOpen() {
    return outcome == Outcome.FOUND || outcome == Outcome.FOR_A_PERSON;
  }
}
