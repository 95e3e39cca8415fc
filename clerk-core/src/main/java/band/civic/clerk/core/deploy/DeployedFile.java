package band.civic.clerk.core.deploy;

import band.civic.clerk.spi.DataSummary;
import java.time.Instant;

/// A published database as the registry knows it.
///
/// @param dataType whose pipeline published it
/// @param path below the storage directory, `alameda.ca/finance/election_finance.db`
/// @param bytes its length
/// @param sha256 of its content, lower-case hex
/// @param summary what it holds
/// @param runId the run that published this content first
/// @param publishedAt when, UTC
public record DeployedFile(String dataType, String path, long bytes, String sha256, DataSummary summary, String runId,
    Instant publishedAt) {}
