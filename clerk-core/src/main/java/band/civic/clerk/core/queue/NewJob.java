package band.civic.clerk.core.queue;

import band.civic.clerk.core.site.DatasetKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A job that somebody wants done.
///
/// @param type what is to be done, `finance.etl`
/// @param queue where it waits
/// @param limits how long and how often it is tried
/// @param site whom it is for, and what data
/// @param priority what goes first
/// @param runAfter not before; empty for at once
/// @param uniqueKey what it is, if it is to be done once at a time
/// @param runId the run it belongs to; a new one is made when empty
/// @param arguments for whoever does it
/// @param createdBy who wants it: `command line`, `schedule finance-daily`, `event …`
public record NewJob(String type, String queue, Limits limits, Optional<DatasetKey> site, Priority priority,
    Optional<Instant> runAfter, Optional<String> uniqueKey, Optional<String> runId, Map<String, String> arguments,
    String createdBy) {

  public NewJob {
    arguments = Map.copyOf(arguments);
  }

  /// A job of normal priority, for nobody in particular, at once.
  public static NewJob of(String type, String queue, Limits limits) {
    return new NewJob(type, queue, limits, Optional.empty(), Priority.NORMAL, Optional.empty(), Optional.empty(),
        Optional.empty(), Map.of(), "command line");
  }

  public NewJob withSite(DatasetKey key) {
    return new NewJob(type, queue, limits, Optional.of(key), priority, runAfter, uniqueKey, runId, arguments,
        createdBy);
  }

  public NewJob withPriority(Priority value) {
    return new NewJob(type, queue, limits, site, value, runAfter, uniqueKey, runId, arguments, createdBy);
  }

  public NewJob withRunAfter(Instant value) {
    return new NewJob(type, queue, limits, site, priority, Optional.of(value), uniqueKey, runId, arguments, createdBy);
  }

  /// While a job of this key lives, another one is not put in: the wish is coalesced with it.
  public NewJob withUniqueKey(String value) {
    return new NewJob(type, queue, limits, site, priority, runAfter, Optional.of(value), runId, arguments, createdBy);
  }

  /// Lets another one of the same kind live beside it.
  public NewJob withoutUniqueKey() {
    return new NewJob(type, queue, limits, site, priority, runAfter, Optional.empty(), runId, arguments, createdBy);
  }

  public NewJob withRunId(String value) {
    return new NewJob(type, queue, limits, site, priority, runAfter, uniqueKey, Optional.of(value), arguments,
        createdBy);
  }

  public NewJob withArguments(Map<String, String> value) {
    return new NewJob(type, queue, limits, site, priority, runAfter, uniqueKey, runId, value, createdBy);
  }

  public NewJob withCreatedBy(String value) {
    return new NewJob(type, queue, limits, site, priority, runAfter, uniqueKey, runId, arguments, value);
  }
}
