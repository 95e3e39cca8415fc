@NullMarked
package band.civic.electionfinance.transform;

import org.jspecify.annotations.NullMarked;
