/// Asking other people's servers politely: one request after the other per host, with pauses, growing waits when the
/// server is in trouble, and an end to it.
@NullMarked
package band.civic.clerk.etl.http;

import org.jspecify.annotations.NullMarked;
