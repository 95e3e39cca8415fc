package band.civic.clerk.core.site;

import static band.civic.clerk.core.store.Tables.CLAIMED_BY;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.ENABLED;
import static band.civic.clerk.core.store.Tables.LAST_SUCCESS_AT;
import static band.civic.clerk.core.store.Tables.LEASE_UNTIL;
import static band.civic.clerk.core.store.Tables.NEXT_DUE_AT;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SITE_DATASETS;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Which enabled sites are due, in the order in which they are to be served: never attempted first, then the longest
/// overdue, then by name. Reads one index, so that its cost does not grow with the number of sites.
public final class DueSites {
  /// As the index has it; empty text is of a site that was never attempted.
  private static final Field<String> DUE_AT = DSL.field("coalesce(next_due_at, '')", String.class);
  private static final Condition IS_ENABLED = ENABLED.eq(DSL.inline(1L));

  private final Registry registry;

  public DueSites(Registry registry) {
    this.registry = registry;
  }

  /// The sites that are meant.
  ///
  /// @param dataType `finance`
  /// @param only these alone; empty for all
  public record Scope(String dataType, Set<String> only) {

    public Scope {
      only = Set.copyOf(only);
    }

    /// All sites that have something of a data type.
    public static Scope of(String dataType) {
      return new Scope(dataType, Set.of());
    }
  }

  /// The most urgent sites that are due and that no live run holds.
  public List<String> list(Scope scope, Instant now, int limit) {
    return registry.sql()
        .select(SUBDOMAIN)
        .from(SITE_DATASETS)
        .where(isDue(scope, now).and(isFree(now)))
        .orderBy(DUE_AT, SUBDOMAIN)
        .limit(DSL.inline(limit))
        .fetch(SUBDOMAIN);
  }

  /// How many are due, held or not.
  public int count(Scope scope, Instant now) {
    return registry.sql().fetchCount(SITE_DATASETS, isDue(scope, now));
  }

  /// Makes those due whose last success was before `before`, whatever they wait for.
  public void makeDue(Scope scope, Instant before, Instant now) {
    registry.sql()
        .update(SITE_DATASETS)
        .set(NEXT_DUE_AT, UtcText.of(now))
        .where(isIn(scope).and(NEXT_DUE_AT.gt(UtcText.of(now)))
            .and(LAST_SUCCESS_AT.isNull().or(LAST_SUCCESS_AT.lt(UtcText.of(before)))))
        .execute();
  }

  /// Takes a due site for whoever will have it served. One conditional update, so that of two who try at once one wins.
  ///
  /// @param until from then on it may be chosen again, should nobody have served it
  /// @return whether it was due and now is not
  public boolean take(DatasetKey key, Instant now, Instant until) {
    return registry.sql()
        .update(SITE_DATASETS)
        .set(NEXT_DUE_AT, UtcText.of(until))
        .where(isDue(new Scope(key.dataType(), Set.of(key.subdomain())), now))
        .execute() == 1;
  }

  private static Condition isDue(Scope scope, Instant now) {
    return isIn(scope).and(DUE_AT.le(UtcText.of(now)));
  }

  private static Condition isIn(Scope scope) {
    var isEnabled = DATA_TYPE.eq(scope.dataType()).and(IS_ENABLED);
    return scope.only().isEmpty() ? isEnabled : isEnabled.and(SUBDOMAIN.in(scope.only()));
  }

  /// A run that is dead holds nothing.
  private static Condition isFree(Instant now) {
    return CLAIMED_BY.isNull()
        .or(DSL.notExists(DSL.selectOne()
            .from(RUNS)
            .where(RUN_ID.eq(CLAIMED_BY).and(STATE.eq("running")).and(LEASE_UNTIL.gt(UtcText.of(now))))));
  }
}
