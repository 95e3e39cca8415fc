/// A small HTTP server on loopback: how worker and scheduler can be looked at. What is shown is the other rooms' affair.
@NullMarked
package band.civic.clerk.core.operate.http;

import org.jspecify.annotations.NullMarked;
