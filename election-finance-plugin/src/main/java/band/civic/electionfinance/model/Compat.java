package band.civic.electionfinance.model;

import java.util.Optional;

/// Whose answers are given: ours, or those of Open Disclosure at one of two times (netfile 4.1).
public enum Compat {
  /// The right answer.
  NONE(""),
  /// Open Disclosure's build of January 2020.
  ODCA_2020("odca-2020"),
  /// Open Disclosure as of 2026.
  ODCA_HEAD("odca-head");

  private final String label;

  Compat(String label) {
    this.label = label;
  }

  /// As `--compat` takes it; empty for [#NONE].
  public String label() {
    return label;
  }

  /// The mode of that label.
  public static Optional<Compat> find(String label) {
    for (var mode : values()) {
      if (mode.label.equals(label)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
