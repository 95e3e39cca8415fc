package band.civic.clerk.core.site.runs;

import band.civic.clerk.core.site.runs.RunRow.RunError;
import band.civic.clerk.spi.TaskReport;
import java.time.Instant;
import java.util.Optional;

/// What became of a task in a run.
///
/// @param task its name
/// @param stage `EXTRACT`, `TRANSFORM`, `LOAD`
/// @param ordinal its number in the plan
/// @param state `running`, `succeeded`, `skipped`, `blocked`, `failed`, `cancelled`, `abandoned`
/// @param reason why it ran or did not
/// @param report rows; read back from the registry it has neither notices nor a summary
/// @param startedAt empty when it did not start
/// @param finishedAt empty while it runs
/// @param error why it failed
public record TaskRow(String task, String stage, int ordinal, String state, String reason, TaskReport report,
    Optional<Instant> startedAt, Optional<Instant> finishedAt, Optional<RunError> error) {}
