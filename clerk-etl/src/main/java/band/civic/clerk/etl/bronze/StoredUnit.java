package band.civic.clerk.etl.bronze;

import java.time.Instant;
import java.util.OptionalLong;

/// A complete unit as bronze has it.
///
/// @param unit what it is
/// @param pages how many pages it has
/// @param bytes their size together: the yardstick for a suspiciously small successor
/// @param verifiedAt when the source last said the same
public record StoredUnit(Unit unit, int pages, long bytes, OptionalLong rows, Instant verifiedAt) {}
