package band.civic.clerk.core.job;

import band.civic.clerk.core.pipeline.Cancellation;

/// Who looks on while a run goes, and who may stop it.
///
/// @param board where running tasks can be seen
/// @param cancellation stops the run
public record Watch(ProgressBoard board, Cancellation cancellation) {

  /// Nobody looks on.
  public static Watch none() {
    return new Watch(new ProgressBoard(), new Cancellation());
  }
}
