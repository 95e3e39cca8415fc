package band.civic.clerk.core.site;

import java.time.Instant;
import java.util.Optional;

/// What a site has of one data type, and how the last runs went.
///
/// @param key site and data type
/// @param lastSuccessAt when a run last succeeded, changed or not
/// @param lastAttemptAt when a run last began
/// @param nextDueAt when `--next-site` may choose it again; empty when it may at once
/// @param consecutiveFailures failed runs since the last that succeeded
/// @param published what is published; empty when nothing is
/// @param lastError why the last run failed; empty when it did not
/// @param claimedBy the run that holds it, which may be dead
public record SiteDataset(DatasetKey key, Optional<Instant> lastSuccessAt, Optional<Instant> lastAttemptAt,
    Optional<Instant> nextDueAt, long consecutiveFailures, Optional<Publication> published, Optional<String> lastError,
    Optional<String> claimedBy) {}
