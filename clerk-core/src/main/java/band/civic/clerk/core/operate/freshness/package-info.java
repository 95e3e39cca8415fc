/// How fresh the data of each site are, as a report.
@NullMarked
package band.civic.clerk.core.operate.freshness;

import org.jspecify.annotations.NullMarked;
