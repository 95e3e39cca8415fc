/// Tests of what is read from OpenFEC, against the fake server.
@NullMarked
package band.civic.fec.extract.api;

import org.jspecify.annotations.NullMarked;
