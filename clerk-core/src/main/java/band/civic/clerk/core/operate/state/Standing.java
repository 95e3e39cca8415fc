package band.civic.clerk.core.operate.state;

import java.util.Locale;

/// How a site stands in one data type, the worst first.
public enum Standing {
  /// No run has looked at the source for longer than it should.
  STALE,
  /// The last run failed; what is published is still young enough.
  FAILING,
  /// Nobody has looked yet, and it is not long that it could have.
  NEW,
  /// A run has looked lately.
  FRESH,
  /// It has data, but no pipeline serves it any more: its agency was taken off the list, or the plugin is gone.
  IDLE;

  /// In lower case, as it is printed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
