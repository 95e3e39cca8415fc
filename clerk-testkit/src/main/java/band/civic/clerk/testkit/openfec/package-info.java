/// OpenFEC for tests: a server on the loopback address that answers as `api.open.fec.gov` has been seen to answer, its
/// lossy sort order and its errors included, over rows that a test gives it.
@NullMarked
package band.civic.clerk.testkit.openfec;

import org.jspecify.annotations.NullMarked;
