/// Silver into the published `fec.db`: totals, checks, indexes, and how it is shown.
@NullMarked
package band.civic.fec.load;

import org.jspecify.annotations.NullMarked;
