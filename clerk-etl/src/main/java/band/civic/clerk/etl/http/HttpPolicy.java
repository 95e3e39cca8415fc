package band.civic.clerk.etl.http;

import java.time.Duration;

/// How polite and how patient to be.
///
/// @param pause between the end of a call and the start of the next to the same host
/// @param retries further tries when the server is in trouble
/// @param reconnects further tries when there is no way to the server at all
/// @param rereads further tries when the answer is not what it should be
/// @param firstDelay before the first further try; each later wait is twice as long
/// @param longestDelay the cap of that doubling
/// @param longestRetryAfter the longest `Retry-After` worth waiting for
/// @param connectTimeout until the server takes the call
/// @param readTimeout without a single byte: a stall
/// @param callTimeout for a whole call
/// @param maxBytes of a body; more is refused
/// @param userAgent who we say we are
public record HttpPolicy(Duration pause, int retries, int reconnects, int rereads, Duration firstDelay,
    Duration longestDelay,
    Duration longestRetryAfter, Duration connectTimeout, Duration readTimeout, Duration callTimeout, long maxBytes,
    String userAgent) {

  /// A copy that tries again at most so often.
  public HttpPolicy withRetries(int most) {
    return new HttpPolicy(pause, Math.min(most, retries), Math.min(most, reconnects), Math.min(most, rereads),
        firstDelay,
        longestDelay, longestRetryAfter, connectTimeout, readTimeout, callTimeout, maxBytes, userAgent);
  }

  /// The wait before try number `retry` (from 1).
  Duration delay(int retry) {
    var doubled = firstDelay.multipliedBy(1L << Math.min(retry - 1, 30));
    return doubled.compareTo(longestDelay) > 0 ? longestDelay : doubled;
  }
}
