@NullMarked
package band.civic.electionfinance.netfile.xlsx;

import org.jspecify.annotations.NullMarked;
