/// XLSX as a stream: the cells of a sheet row by row, as text, in flat memory. Knows nothing of NetFile.
@NullMarked
package band.civic.electionfinance.netfile.xlsx;

import org.jspecify.annotations.NullMarked;
