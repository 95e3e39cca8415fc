/// From `silver.db` to the published `election_finance.db`: totals, views, full text, metadata, and their declaration.
@NullMarked
package band.civic.electionfinance.load;

import org.jspecify.annotations.NullMarked;
