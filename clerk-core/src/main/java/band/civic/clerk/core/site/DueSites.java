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

  /// The most urgent sites that are due and that no live run holds.
  public List<String> list(String dataType, Instant now, int limit) {
    return list(isDue(dataType, now).and(isFree(now)), limit);
  }

  /// How many are due, held or not.
  public int count(String dataType, Instant now) {
    return registry.sql().fetchCount(SITE_DATASETS, isDue(dataType, now));
  }

  /// The enabled sites that no live run holds and whose last success was before `before`, due or not.
  public List<String> listOlder(String dataType, Instant before, Instant now, int limit) {
    var isOlder = LAST_SUCCESS_AT.isNull().or(LAST_SUCCESS_AT.lt(UtcText.of(before)));
    return list(isEnabled(dataType).and(isOlder).and(isFree(now)), limit);
  }

  /// Takes a due site for whoever will have it served. One conditional update, so that of two who try at once one wins.
  ///
  /// @param until from then on it may be chosen again, should nobody have served it
  /// @return whether it was due and now is not
  public boolean take(DatasetKey key, Instant now, Instant until) {
    return hold(isDue(key.dataType(), now).and(SUBDOMAIN.eq(key.subdomain())), until);
  }

  /// Takes an enabled site whether it is due or not.
  ///
  /// @return whether it is enabled
  public boolean takeAnyway(DatasetKey key, Instant until) {
    return hold(isEnabled(key.dataType()).and(SUBDOMAIN.eq(key.subdomain())), until);
  }

  private boolean hold(Condition which, Instant until) {
    return registry.sql()
        .update(SITE_DATASETS)
        .set(NEXT_DUE_AT, UtcText.of(until))
        .where(which)
        .execute() == 1;
  }

  private List<String> list(Condition which, int limit) {
    return registry.sql()
        .select(SUBDOMAIN)
        .from(SITE_DATASETS)
        .where(which)
        .orderBy(DUE_AT, SUBDOMAIN)
        .limit(DSL.inline(limit))
        .fetch(SUBDOMAIN);
  }

  private static Condition isDue(String dataType, Instant now) {
    return isEnabled(dataType).and(DUE_AT.le(UtcText.of(now)));
  }

  private static Condition isEnabled(String dataType) {
    return DATA_TYPE.eq(dataType).and(IS_ENABLED);
  }

  /// A run that is dead holds nothing.
  private static Condition isFree(Instant now) {
    return CLAIMED_BY.isNull()
        .or(DSL.notExists(DSL.selectOne()
            .from(RUNS)
            .where(RUN_ID.eq(CLAIMED_BY).and(STATE.eq("running")).and(LEASE_UNTIL.gt(UtcText.of(now))))));
  }
}
