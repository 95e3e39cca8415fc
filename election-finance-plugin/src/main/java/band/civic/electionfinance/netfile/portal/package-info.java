/// The portal with the yearly workbooks.
@NullMarked
package band.civic.electionfinance.netfile.portal;

import org.jspecify.annotations.NullMarked;
