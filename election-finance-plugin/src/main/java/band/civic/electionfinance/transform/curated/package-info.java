/// Hand-kept lists of elections, candidates and measures, in Open Disclosure's columns.
@NullMarked
package band.civic.electionfinance.transform.curated;

import org.jspecify.annotations.NullMarked;
