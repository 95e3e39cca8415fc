package band.civic.clerk.testkit.openfec;

import java.time.Instant;
import java.util.Map;

/// A call that the fake server received.
///
/// @param target path and query
/// @param headers by lower-case name
/// @param at when, by the server's clock
/// @param status what was answered
/// @param isTrue whether it was the truth, and not a fault that a test asked for
public record SeenCall(String target, Map<String, String> headers, Instant at, int status,
    boolean isTrue) {}
