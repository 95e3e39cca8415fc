package band.civic.clerk.core.operate.alert;

import java.time.Instant;
import java.util.Optional;

/// Something an operator is told of.
///
/// @param alertId its id
/// @param concern what is wrong
/// @param openedAt since when
/// @param closedAt since when not any more
public record Alert(String alertId, Concern concern, Instant openedAt, Optional<Instant> closedAt) {

  /// Something that is wrong. Two are one and the same if kind and subject are.
  ///
  /// @param kind `site-stale`, `failure-rate`, `rows-fell`, `dead-letters`, `no-worker`
  /// @param subject the site and data type, the queue, or `all`
  /// @param message what is so and what to do
  public record Concern(String kind, String subject, String message) {

    String key() {
      return kind + " " + subject;
    }
  }
}
