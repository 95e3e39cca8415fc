/// Loads and compares delimited files of any size at the speed of the disk. See `docs/explanation/bulk-engine.md`.
@NullMarked
package band.civic.clerk.etl.bulk;

import org.jspecify.annotations.NullMarked;
