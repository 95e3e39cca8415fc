package band.civic.clerk.spi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a running task may use. Made by the host for one task of one run; not kept after it.
public interface TaskContext {

  /// The site this run is for.
  Site site();

  /// The id of this run, `alameda.ca_1763990400_k3f9ab`; it belongs in messages, not in published data.
  String runId();

  /// The value of a [PipelineOption]; a flag that was given has the value `true`. So has `force`, when the person wants
  /// this task's work done again whatever it remembers.
  Optional<String> option(String name);

  /// Settings by dotted key.
  Settings settings();

  /// The files of this site and data type.
  Workspace workspace();

  /// Where to say how far the work is.
  Progress progress();

  /// What the last successful load published, if there was one: the yardstick for a suspiciously small result.
  Optional<DataSummary> lastLoaded();

  /// The clock to stamp data with, UTC.
  Clock clock();

  /// Takes the next turn at a host of a source among all processes that share the registry, so that their requests begin
  /// a pause apart, whoever makes them. Does not wait; a caller that shares a client among its own threads asks this
  /// besides.
  ///
  /// @param from not before: now, or when this process may ask the host again
  /// @param pause for so long nobody else has a turn after it
  /// @return when the turn is
  default Instant takeTurn(String host, Instant from, Duration pause) {
    return from;
  }

  /// Throws [ClerkException.Cancelled] when the run was cancelled. Call it between pages and between batches of rows: a
  /// cancelled run must stop within a second.
  void checkCancelled();
}
