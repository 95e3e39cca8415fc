/// The ways into NetFile behind one interface, [Source]: each reads years of an agency and stores every year as one
/// complete unit of bronze, or says why not.
@NullMarked
package band.civic.electionfinance.extract.source;

import org.jspecify.annotations.NullMarked;
