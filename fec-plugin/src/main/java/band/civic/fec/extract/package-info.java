/// Bulk files into bronze: ingest, comparison of releases, quarantine.
@NullMarked
package band.civic.fec.extract;

import org.jspecify.annotations.NullMarked;
