/// The site API of 2026.
@NullMarked
package band.civic.electionfinance.netfile.sites;

import org.jspecify.annotations.NullMarked;
