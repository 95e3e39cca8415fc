/// NetFile's doors: one client for each, which knows its addresses, its paging and its ways to say no. What a client
/// returns is what NetFile said, as bytes, with just as much understood of it as the walk needs.
@NullMarked
package band.civic.electionfinance.netfile;

import org.jspecify.annotations.NullMarked;
