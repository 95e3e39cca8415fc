/// The record layouts of CAL 2.01, the format in which filers send their reports.
@NullMarked
package band.civic.electionfinance.netfile.cal;

import org.jspecify.annotations.NullMarked;
