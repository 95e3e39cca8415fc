/// Connect2 v1: lists in pages, single filings, the feed of new filings and the list of agencies.
@NullMarked
package band.civic.electionfinance.netfile.connect2;

import org.jspecify.annotations.NullMarked;
