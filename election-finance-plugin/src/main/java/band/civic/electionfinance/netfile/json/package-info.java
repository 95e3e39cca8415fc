/// The arrays of objects in NetFile's JSON answers, object by object, flattened to columns.
@NullMarked
package band.civic.electionfinance.netfile.json;

import org.jspecify.annotations.NullMarked;
