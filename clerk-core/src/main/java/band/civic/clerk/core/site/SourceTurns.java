package band.civic.clerk.core.site;

import static band.civic.clerk.core.store.Tables.NEXT_MILLIS;
import static band.civic.clerk.core.store.Tables.SOURCE_TURNS;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.time.Duration;
import java.time.Instant;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns at the hosts of sources, one after the other over all processes of a registry: a turn is one statement.
///
/// @param registry where they are
public record SourceTurns(Registry registry) {
  private static final Logger LOG = LoggerFactory.getLogger(SourceTurns.class);
  /// Nobody queues up farther ahead; what is, came from a clock that is wrong.
  private static final Duration FARTHEST = Duration.ofMinutes(5);
  private static final String TAKE = """
      INSERT INTO source_turns (host, next_millis) VALUES ({0}, {2})
      ON CONFLICT (host) DO UPDATE SET next_millis = {3} + CASE
        WHEN source_turns.next_millis > {1} AND source_turns.next_millis < {4} THEN source_turns.next_millis
        ELSE {1} END
      RETURNING next_millis""";

  /// Takes the next one.
  ///
  /// @param from not before
  /// @param pause for so long nobody else has one after it
  /// @return when it is; `from` when the registry is away, because a source is not worth less than a registry
  public Instant take(String host, Instant from, Duration pause) {
    var start = from.toEpochMilli();
    var millis = pause.toMillis();
    try {
      var turn = registry.sql()
          .resultQuery(TAKE, DSL.val(host), DSL.val(start), DSL.val(start + millis), DSL.val(millis),
              DSL.val(start + FARTHEST.toMillis()))
          .fetchSingle(row -> row.get(NEXT_MILLIS)) - millis;
      return turn > start ? Instant.ofEpochMilli(turn) : from;
    } catch (SourceUnavailable e) {
      LOG.warn("The turn at {} was taken without the registry: {}", host, e.getMessage());
      return from;
    }
  }

  /// Forgets hosts that nobody has asked since then.
  public int forget(Instant before) {
    return registry.sql().deleteFrom(SOURCE_TURNS).where(NEXT_MILLIS.lt(before.toEpochMilli())).execute();
  }
}
