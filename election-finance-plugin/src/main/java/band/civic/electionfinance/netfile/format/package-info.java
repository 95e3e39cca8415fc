/// NetFile's file formats, read row by row; the source's spelling is kept.
@NullMarked
package band.civic.electionfinance.netfile.format;

import org.jspecify.annotations.NullMarked;
