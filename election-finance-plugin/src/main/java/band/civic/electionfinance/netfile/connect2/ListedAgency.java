package band.civic.electionfinance.netfile.connect2;

/// An agency in NetFile's own list.
///
/// @param id 0 is a real one
/// @param shortcut some are used twice
/// @param name as NetFile writes it
public record ListedAgency(int id, String shortcut, String name) {

  /// Whether `other` has the same number and shortcut: together they are the key.
  boolean isSameAs(ListedAgency other) {
    return id == other.id && shortcut.equals(other.shortcut);
  }
}
