/// Bulk files into bronze.
@NullMarked
package band.civic.fec.extract;

import org.jspecify.annotations.NullMarked;
