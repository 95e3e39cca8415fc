/// The rules of California campaign finance as pure values: money, dates, codes, names. Imports nothing.
@NullMarked
package band.civic.electionfinance.model;

import org.jspecify.annotations.NullMarked;
