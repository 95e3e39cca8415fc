package band.civic.clerk.core.operate.alert;

import static band.civic.clerk.core.store.Tables.ALERTS;
import static band.civic.clerk.core.store.Tables.ALERT_ID;
import static band.civic.clerk.core.store.Tables.CLOSED_AT;
import static band.civic.clerk.core.store.Tables.KIND;
import static band.civic.clerk.core.store.Tables.MESSAGE;
import static band.civic.clerk.core.store.Tables.OPENED_AT;
import static band.civic.clerk.core.store.Tables.SUBJECT;

import band.civic.clerk.core.operate.alert.Alert.Concern;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.SortedId;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/// What an operator was told of. A concern has one open alert at most, whoever looks.
public final class AlertBook {
  private final Registry registry;

  public AlertBook(Registry registry) {
    this.registry = registry;
  }

  /// What is wrong now, the oldest first.
  public List<Alert> listOpen() {
    return registry.sql()
        .selectFrom(ALERTS)
        .where(CLOSED_AT.isNull())
        .orderBy(OPENED_AT, ALERT_ID)
        .fetch(AlertBook::alert);
  }

  /// Those of these ids, in the order in which they were opened.
  List<Alert> list(Collection<String> ids) {
    return registry.sql()
        .selectFrom(ALERTS)
        .where(ALERT_ID.in(ids))
        .orderBy(OPENED_AT, ALERT_ID)
        .fetch(AlertBook::alert);
  }

  /// Opens an alert; empty when it is open already. Joins the caller's transaction.
  Optional<String> open(Concern concern, Instant now) {
    var id = SortedId.next(now);
    var inserted = registry.sql()
        .insertInto(ALERTS)
        .set(ALERT_ID, id)
        .set(KIND, concern.kind())
        .set(SUBJECT, concern.subject())
        .set(MESSAGE, concern.message())
        .set(OPENED_AT, UtcText.of(now))
        .onConflictDoNothing()
        .execute();
    return inserted == 1 ? Optional.of(id) : Optional.empty();
  }

  /// Closes an alert; false when somebody else did. Joins the caller's transaction.
  boolean close(Alert alert, Instant now) {
    return registry.sql()
        .update(ALERTS)
        .set(CLOSED_AT, UtcText.of(now))
        .where(ALERT_ID.eq(alert.alertId()).and(CLOSED_AT.isNull()))
        .execute() == 1;
  }

  private static Alert alert(Record row) {
    return new Alert(row.get(ALERT_ID), new Concern(row.get(KIND), row.get(SUBJECT), row.get(MESSAGE)),
        Instant.parse(row.get(OPENED_AT)), Optional.ofNullable(row.get(CLOSED_AT)).map(Instant::parse));
  }
}
