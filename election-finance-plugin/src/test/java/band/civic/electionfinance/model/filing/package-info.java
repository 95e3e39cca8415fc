@NullMarked
package band.civic.electionfinance.model.filing;

import org.jspecify.annotations.NullMarked;
