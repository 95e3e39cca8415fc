package band.civic.electionfinance.extract.source;

import band.civic.clerk.etl.bronze.Completion;
import band.civic.clerk.spi.ClerkException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What became of the years that a source was asked for.
///
/// @param done years that are complete in bronze
/// @param missed years that are not, and why
public record Reading(Map<Integer, Completion> done, Map<Integer, Miss> missed) {
  private static final int DOWN = 2;

  /// @param reason in a few words
  /// @param failure what went wrong; empty when the source simply does not offer the year
  public record Miss(String reason, Optional<ClerkException> failure) {
    /// It has no such year.
    public static Miss notOffered(String reason) {
      return new Miss(reason, Optional.empty());
    }

    /// It could not be read.
    public static Miss failed(ClerkException failure) {
      var reason = String.valueOf(failure.getMessage()).replaceFirst("(\\. Try again later)?\\.$", "");
      return new Miss(reason, Optional.of(failure));
    }
  }

  /// No year at all, for that reason.
  static Reading notOffered(List<Integer> years, String reason) {
    var missed = new TreeMap<Integer, Miss>();
    years.forEach(year -> missed.put(year, Miss.notOffered(reason)));
    return new Reading(Map.of(), missed);
  }

  /// Reads year by year. A source that was unavailable for two years running is not asked for the rest.
  ///
  /// @param one reads a year; empty when the source does not offer it
  static Reading yearByYear(List<Integer> years, IntFunction<Optional<Completion>> one) {
    var done = new TreeMap<Integer, Completion>();
    var missed = new TreeMap<Integer, Miss>();
    var down = new ArrayDeque<Miss>();
    for (var year : years) {
      if (down.size() >= DOWN) {
        missed.put(year, down.getLast());
        continue;
      }
      try {
        one.apply(year)
            .ifPresentOrElse(completion -> done.put(year, completion), () -> missed.put(year, Miss.notOffered(
                "not offered")));
        down.clear();
      } catch (ClerkException.SourceUnavailable e) {
        down.add(Miss.failed(e));
        missed.put(year, down.getLast());
      } catch (ClerkException.BadSourceData e) {
        missed.put(year, Miss.failed(e));
      }
    }
    return new Reading(done, missed);
  }
}
