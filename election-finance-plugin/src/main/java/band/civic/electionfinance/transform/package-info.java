/// The transform stage: what bronze holds becomes silver.db, every row with the reason why it does or does not count.
@NullMarked
package band.civic.electionfinance.transform;

import org.jspecify.annotations.NullMarked;
