package band.civic.clerk.testkit.netfile;

import java.time.Instant;
import java.util.Map;

/// A request that the fake server received.
///
/// @param method `GET` or `POST`
/// @param target path and query
/// @param headers by lower-case name
/// @param body what was posted
/// @param at when, by the server's clock
public record SeenRequest(String method, String target, Map<String, String> headers, String body, Instant at) {}
