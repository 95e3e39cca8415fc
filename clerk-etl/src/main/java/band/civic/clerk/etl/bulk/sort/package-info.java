/// Sorts more rows than fit in memory: sorted runs in a temporary file, read again by ranges of keys.
@NullMarked
package band.civic.clerk.etl.bulk.sort;

import org.jspecify.annotations.NullMarked;
