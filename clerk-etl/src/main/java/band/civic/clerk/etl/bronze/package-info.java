/// What a source said, kept as it came: a file for every answer, and `bronze.db` with where it came from, when, its
/// SHA-256 and the cursor it was read at. Bronze is the only state of a pipeline; everything after it can be
/// built again.
@NullMarked
package band.civic.clerk.etl.bronze;

import org.jspecify.annotations.NullMarked;
