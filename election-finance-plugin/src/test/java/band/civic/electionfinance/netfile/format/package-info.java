@NullMarked
package band.civic.electionfinance.netfile.format;

import org.jspecify.annotations.NullMarked;
