package band.civic.clerk.core.site;

import band.civic.clerk.spi.DataSummary;

/// A published file and what it holds.
///
/// @param summary what the load said of it
/// @param file below the storage directory, `alameda.ca/finance/election_finance.db`
/// @param bytes its size
/// @param sha256 of the whole file, in hex
public record Publication(DataSummary summary, String file, long bytes, String sha256) {}
