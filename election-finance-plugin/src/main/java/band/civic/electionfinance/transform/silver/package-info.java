/// Builds silver.db: rows as they come into a stage beside it, then, with the rules' verdicts, into its tables.
@NullMarked
package band.civic.electionfinance.transform.silver;

import org.jspecify.annotations.NullMarked;
