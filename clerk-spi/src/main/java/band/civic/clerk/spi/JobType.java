package band.civic.clerk.spi;

import java.time.Duration;

/// A single piece of work for a site that is not part of a pipeline, run by `clerk job run NAME --subdomain S`.
public interface JobType {

  /// Stable, unique among all plugins, lower case with `-`: stored with every run.
  String name();

  /// One line for the list of job types.
  String description();

  /// The queue it waits in: declaring one here is enough for `clerk worker QUEUE`, status, health, metrics and
  /// `purge-queue` to know it. By default the job's own name.
  default String queue() {
    return name();
  }

  /// How long one attempt may take before it is stopped and counted as failed.
  default Duration timeout() {
    return Duration.ofHours(1);
  }

  /// How often it is tried before it is given up; only failures that may pass are tried again
  /// ([ClerkException.SourceUnavailable] and bugs, not wrong configuration or bad data).
  default int maxAttempts() {
    return 3;
  }

  /// Does the work; the same rules as [Task#run].
  TaskReport run(TaskContext context);
}
