package band.civic.clerk.core.deploy;

import java.time.Instant;
import java.util.Optional;

/// One file at one target.
///
/// @param subdomain whose
/// @param dataType of its data
/// @param target the target's name
/// @param runId the run that deployed it; one run deploys the files of a site together
/// @param file below the target's root
/// @param bytes its length
/// @param sha256 of its content
/// @param state what became of it
/// @param at when, UTC
/// @param error why it failed, or who failed to hear of it
public record Deployment(String subdomain, String dataType, String target, String runId, String file, long bytes,
    String sha256, State state, Instant at, Optional<String> error) {

  /// What became of a file.
  public enum State {
    /// It is there, or was until a newer one came.
    PUBLISHED,
    /// It is there; a listener failed.
    PUBLISHED_WITH_WARNINGS,
    /// It was there, and an earlier one was put in its place.
    ROLLED_BACK,
    /// The target could not take it.
    FAILED
  }
}
