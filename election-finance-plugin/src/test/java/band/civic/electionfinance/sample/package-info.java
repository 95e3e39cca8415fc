/// Makes the sample municipality that the plugin ships: everything in it is invented.
@NullMarked
package band.civic.electionfinance.sample;

import org.jspecify.annotations.NullMarked;
