/// Campaign API v101. Private fields end here.
@NullMarked
package band.civic.electionfinance.netfile.campaign;

import org.jspecify.annotations.NullMarked;
