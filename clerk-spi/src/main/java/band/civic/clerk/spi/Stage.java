package band.civic.clerk.spi;

/// The three stages of a pipeline, in the order in which they run.
public enum Stage {
  /// Read the source as it is into the workspace.
  EXTRACT,
  /// Clean what was extracted; makes no request.
  TRANSFORM,
  /// Build, check and publish the database; makes no request.
  LOAD
}
