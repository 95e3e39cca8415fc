package band.civic.clerk.etl.bulk.sort;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A line whose key a later line has too; whether with other content is known when the last of them is.
public record Loser(long key, long line, long hash) {

  /// What became of lines that lost.
  ///
  /// @param repeated the keys of those that have the content of the line that is kept
  /// @param overruled the others
  public record Outcome(List<Long> repeated, List<Overruled> overruled) {

    public static Outcome none() {
      return new Outcome(List.of(), List.of());
    }

    public static Outcome join(List<Outcome> parts) {
      return new Outcome(parts.stream().flatMap(part -> part.repeated.stream()).toList(),
          parts.stream().flatMap(part -> part.overruled.stream()).toList());
    }

    /// The keys that came more than once.
    public Set<Long> keys() {
      var keys = new HashSet<>(repeated);
      overruled.forEach(line -> keys.add(line.key()));
      return keys;
    }
  }
}
