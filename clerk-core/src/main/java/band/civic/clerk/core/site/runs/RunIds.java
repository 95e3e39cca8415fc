package band.civic.clerk.core.site.runs;

import java.time.Instant;
import java.util.random.RandomGenerator;

/// Ids of runs: `{subdomain}_{unixseconds}_{6 of [a-z0-9]}`.
public final class RunIds {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 6;

  private RunIds() {}

  /// A new id.
  ///
  /// @param subdomain the site; of a job without one its type
  public static String of(String subdomain, Instant now, RandomGenerator random) {
    var end = new StringBuilder();
    random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> end.append(LETTERS.charAt(i)));
    return "%s_%d_%s".formatted(subdomain, now.getEpochSecond(), end);
  }
}
