package band.civic.clerk.etl.bronze;

import java.nio.file.Path;
import java.time.Instant;

/// One stored answer of a source.
///
/// @param id in bronze.db
/// @param unit the unit it belongs to
/// @param seq its place in the unit, from 0
/// @param kind the format, in the plugin's own words
/// @param url where it came from; carries no secret
/// @param file where it is kept
/// @param fetchedAt when it was read, UTC
/// @param sha256 of the file, 64 lower-case hex digits
/// @param bytes size of the file
public record RawPage(long id, Unit unit, int seq, String kind, String url, Path file, Instant fetchedAt, String sha256,
    long bytes) {}
