package band.civic.electionfinance.model;

import java.util.Locale;
import java.util.Set;

/// What stands for "nothing here".
public final class Blank {
  private static final Set<String> NOTHING = Set.of("n/a", "na", "none", "null", "nan", ".");

  private Blank() {}

  /// Whether an amount, a date or a flag says nothing: empty, or `None`, as CSV files made from JSON write it (netfile 3.5
  /// item 16).
  public static boolean isBlank(String text) {
    return text.isBlank() || isNothing(text);
  }

  /// Whether a filer typed `n/a` or the like where an employer or occupation was asked for. Not for names: there are
  /// people called Null.
  public static boolean isNothing(String text) {
    return text.length() <= 4 && NOTHING.contains(text.toLowerCase(Locale.ROOT));
  }
}
