package band.civic.clerk.core.config.schedules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a schedule puts into the queue.
///
/// @param job the type of the jobs, `finance.etl`
/// @param sites for whom
/// @param olderThan leave out sites that succeeded less long ago
/// @param only these sites; empty for all
/// @param limit so many jobs at a time at most
/// @param priority `high`, `normal`, `low`
/// @param options of the pipeline
public record Wish(String job, For sites, Optional<Duration> olderThan, Set<String> only, int limit, String priority,
    Map<String, String> options) {

  public Wish {
    only = Set.copyOf(only);
    options = Map.copyOf(options);
  }

  /// For whom a job is.
  public enum For {
    /// For no site: one job.
    NOBODY,
    /// The enabled sites that are due.
    DUE,
    /// Every enabled site, made due by this.
    ENABLED
  }

  /// The data type whose sites are meant: `finance` of `finance.etl`.
  public String dataType() {
    return job.replaceFirst("\\..*", "");
  }
}
