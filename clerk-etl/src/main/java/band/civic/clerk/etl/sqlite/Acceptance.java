package band.civic.clerk.etl.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the maker of a new version says about it, to be judged before it is published.
///
/// @param records rows of the main table; a version without any is refused
/// @param lastRecords rows of the last good version; below half of it the new one is refused as suspiciously small
/// @param allowShrink whether a person allowed the new version to be that small
/// @param problems what the maker's own checks found, in sentences; a version with any is refused
public record Acceptance(long records, OptionalLong lastRecords, boolean allowShrink, List<String> problems) {

  public Acceptance {
    problems = List.copyOf(problems);
  }

  /// Accepts any number of rows but zero.
  public static Acceptance of(long records) {
    return new Acceptance(records, OptionalLong.empty(), false, List.of());
  }

  /// Why the version is refused, in one sentence; empty when it is good.
  Optional<String> refusal() {
    if (!problems.isEmpty()) {
      return Optional.of("its checks failed: " + String.join("; ", problems));
    }
    if (records == 0) {
      return Optional.of("it has no rows (no_data)");
    }
    if (shrank() && !allowShrink) {
      return Optional.of("it has " + records + " rows, less than half of the last good " + lastRecords.getAsLong());
    }
    return Optional.empty();
  }

  private boolean shrank() {
    return lastRecords.isPresent() && records * 2 < lastRecords.getAsLong();
  }
}
