package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.site.DatasetKey;
import java.time.Instant;
import java.util.Map;

/// A run that wants to begin.
///
/// @param runId `{subdomain}_{unixseconds}_{6 of [a-z0-9]}`; of a run that there was already, a further attempt of it
/// @param key what it is for
/// @param command what was typed, `finance etl`
/// @param startedBy who wanted it: `command line`, `schedule finance-daily`
/// @param options the pipeline's options it was given
/// @param holder the process it runs in
/// @param at now
/// @param leaseUntil until when it counts as alive without a sign
/// @param onlyIfDue whether it gives way when the site is not due any more
public record NewRun(String runId, DatasetKey key, String command, String startedBy, Map<String, String> options,
    Holder holder, Instant at, Instant leaseUntil, boolean onlyIfDue) {

  public NewRun withOnlyIfDue(boolean value) {
    return new NewRun(runId, key, command, startedBy, options, holder, at, leaseUntil, value);
  }
}
