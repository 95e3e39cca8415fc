/// The client of OpenFEC, `api.open.fec.gov`: what may be asked, how lists are walked without loss, how often it may be
/// called, which answers are worth another try. It knows nothing of where rows are kept.
@NullMarked
package band.civic.fec.openfec;

import org.jspecify.annotations.NullMarked;
