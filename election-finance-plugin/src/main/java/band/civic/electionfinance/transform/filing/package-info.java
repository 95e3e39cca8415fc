/// Gathers the filings that rows and lists speak of, and hands them to the rules.
@NullMarked
package band.civic.electionfinance.transform.filing;

import org.jspecify.annotations.NullMarked;
