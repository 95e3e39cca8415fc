/// CSV as a stream of records that goes on after a broken one, in whatever encoding and with whatever line ends.
@NullMarked
package band.civic.electionfinance.netfile.csv;

import org.jspecify.annotations.NullMarked;
