/// Who filed what for which period, and which of the versions counts. Pure: filings in, verdicts out.
@NullMarked
package band.civic.electionfinance.model.filing;

import org.jspecify.annotations.NullMarked;
