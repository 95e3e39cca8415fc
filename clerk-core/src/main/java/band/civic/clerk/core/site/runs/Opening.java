package band.civic.clerk.core.site.runs;

import java.util.Optional;

/// What came of the wish to begin a run.
public sealed interface Opening {

  /// It holds the site.
  ///
  /// @param run what it has to show when it writes
  /// @param abandoned the dead run that held it before
  record Opened(HeldRun run, Optional<RunRow> abandoned) implements Opening {}

  /// Another run is at it.
  record Busy(RunRow live) implements Opening {}

  /// The site is not due any more, or was taken in the same moment.
  record Missed() implements Opening {}
}
