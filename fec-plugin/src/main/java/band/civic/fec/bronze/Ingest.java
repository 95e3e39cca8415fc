package band.civic.fec.bronze;

import java.time.Instant;
import java.util.Optional;

/// One ingest, as `bronze.db` keeps it.
///
/// @param id its number, which rows refer to
/// @param runId the run of clerk that it was part of
/// @param command what was typed
/// @param kind what was read, `indiv` or `schedule_a`
/// @param cycle two-year cycle; 0 where there is none
/// @param origin the file and member, or the address without its key
/// @param status `running`, `complete`, `unchanged`, `incomplete`, `refused` or `abandoned`
/// @param reason why it was refused or is incomplete
/// @param window what part of the source was asked for, `2025-01-01 to 2025-01-31`; empty for all
/// @param figures what it did
/// @param startedAt when it began
/// @param endedAt when it ended
public record Ingest(long id, String runId, String command, String kind, int cycle, String origin, String status,
    String reason, String window, Figures figures, Instant startedAt, Optional<Instant> endedAt) {}
