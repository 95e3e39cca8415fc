/// Tests of the OpenFEC client.
@NullMarked
package band.civic.fec.openfec;

import org.jspecify.annotations.NullMarked;
