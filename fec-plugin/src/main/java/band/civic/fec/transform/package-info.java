/// Bronze into silver: clean rows under one vocabulary, what files and OpenFEC say of a row put together.
@NullMarked
package band.civic.fec.transform;

import org.jspecify.annotations.NullMarked;
