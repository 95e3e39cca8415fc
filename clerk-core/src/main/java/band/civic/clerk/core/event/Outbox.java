package band.civic.clerk.core.event;

import static band.civic.clerk.core.store.Tables.CREATED_AT;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.DISPATCHED_AT;
import static band.civic.clerk.core.store.Tables.EVENTS;
import static band.civic.clerk.core.store.Tables.EVENT_ID;
import static band.civic.clerk.core.store.Tables.KIND;
import static band.civic.clerk.core.store.Tables.PAYLOAD;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;

/// The table of events. An event is added in the transaction of what happened, so it is there exactly when that is; it
/// is handed on once.
public final class Outbox {
  private final Registry registry;

  public Outbox(Registry registry) {
    this.registry = registry;
  }

  /// Adds an event, in the running transaction if there is one.
  public void add(Event event) {
    registry.sql()
        .insertInto(EVENTS)
        .set(EVENT_ID, event.id())
        .set(KIND, event.kind().name().toLowerCase(Locale.ROOT))
        .set(SUBDOMAIN, event.about().subdomain())
        .set(DATA_TYPE, event.about().dataType().orElse(null))
        .set(RUN_ID, event.about().runId().orElse(null))
        .set(PAYLOAD, JsonText.of(event.facts()))
        .set(CREATED_AT, UtcText.of(event.at()))
        .execute();
  }

  /// Events that nobody handed on, the oldest first.
  ///
  /// @param before only those that happened before
  public List<Event> listOpen(Instant before, int limit) {
    return registry.sql()
        .selectFrom(EVENTS)
        .where(DISPATCHED_AT.isNull().and(CREATED_AT.lt(UtcText.of(before))))
        .orderBy(EVENT_ID)
        .limit(limit)
        .fetch(Outbox::event);
  }

  /// The event of that id.
  public Optional<Event> find(String eventId) {
    return registry.sql().selectFrom(EVENTS).where(EVENT_ID.eq(eventId)).fetchOptional(Outbox::event);
  }

  /// Takes an event to hand it on. One conditional update: of two who try, one wins.
  public boolean take(String eventId, Instant now) {
    return registry.sql()
        .update(EVENTS)
        .set(DISPATCHED_AT, UtcText.of(now))
        .where(EVENT_ID.eq(eventId).and(DISPATCHED_AT.isNull()))
        .execute() == 1;
  }

  /// Deletes events that were handed on before.
  ///
  /// @return how many
  public int forget(Instant before) {
    return registry.sql().deleteFrom(EVENTS).where(DISPATCHED_AT.lt(UtcText.of(before))).execute();
  }

  private static Event event(Record row) {
    var about = new About(row.get(SUBDOMAIN), Optional.ofNullable(row.get(DATA_TYPE)),
        Optional.ofNullable(row.get(RUN_ID)));
    return new Event(row.get(EVENT_ID), Kind.valueOf(row.get(KIND).toUpperCase(Locale.ROOT)), about,
        JsonText.toMap(row.get(PAYLOAD)), Instant.parse(row.get(CREATED_AT)));
  }
}
