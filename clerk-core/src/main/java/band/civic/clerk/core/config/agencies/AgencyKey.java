package band.civic.clerk.core.config.agencies;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// What tells agencies apart. Neither half does alone: NetFile uses ids and shortcuts twice. Id 0 is a real agency.
///
/// @param id the source's number
/// @param shortcut the source's short code, `COA`
public record AgencyKey(int id, String shortcut) implements Comparable<AgencyKey> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):([A-Za-z0-9_]+)");
  private static final Comparator<AgencyKey> ORDER = Comparator.comparingInt(AgencyKey::id)
      .thenComparing(AgencyKey::shortcut);

  /// Reads `12:COA`.
  public static Optional<AgencyKey> parse(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(m -> m.matches())
        .map(m -> new AgencyKey(Integer.parseInt(m.group(1)), m.group(2)));
  }

  @Override
  public int compareTo(AgencyKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id + ":" + shortcut;
  }
}
