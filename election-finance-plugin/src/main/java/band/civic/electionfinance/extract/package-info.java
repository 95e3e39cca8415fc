/// The extract stage: NetFile, files that are on disk already, or the sample, into bronze.
@NullMarked
package band.civic.electionfinance.extract;

import org.jspecify.annotations.NullMarked;
