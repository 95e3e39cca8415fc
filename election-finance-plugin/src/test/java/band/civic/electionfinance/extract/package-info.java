@NullMarked
package band.civic.electionfinance.extract;

import org.jspecify.annotations.NullMarked;
