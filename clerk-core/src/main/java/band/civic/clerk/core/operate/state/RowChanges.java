package band.civic.clerk.core.operate.state;

import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.PUBLICATIONS;
import static band.civic.clerk.core.store.Tables.PUBLISHED_AT;
import static band.civic.clerk.core.store.Tables.RECORD_COUNT;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.store.Registry;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// How many records the last load of each site brought, and the one before it.
public final class RowChanges {
  private static final int LAST_TWO = 2;

  private final Registry registry;

  public RowChanges(Registry registry) {
    this.registry = registry;
  }

  /// The last two loads of a site that differ.
  ///
  /// @param key site and data type
  /// @param now records of the last
  /// @param before records of the one before
  public record Change(DatasetKey key, long now, long before) {}

  /// Sites whose records fell by more than so many percent.
  public List<Change> listFalls(int percent) {
    return listAll().stream()
        .filter(change -> change.before() > 0 && (change.before() - change.now()) * 100 > change.before() * percent)
        .toList();
  }

  /// The last change of each site that was loaded twice.
  public List<Change> listAll() {
    Field<Integer> nth = DSL.rowNumber()
        .over(DSL.partitionBy(SUBDOMAIN, DATA_TYPE).orderBy(PUBLISHED_AT.desc()))
        .as("nth");
    var loads = DSL.select(SUBDOMAIN, DATA_TYPE, RECORD_COUNT, nth).from(PUBLICATIONS).asTable("loads");
    return registry.sql()
        .select()
        .from(loads)
        .where(DSL.field(DSL.unquotedName("nth"), Integer.class).le(LAST_TWO))
        .fetch()
        .intoGroups(row -> new DatasetKey(row.get(SUBDOMAIN), row.get(DATA_TYPE)))
        .entrySet()
        .stream()
        .flatMap(entry -> change(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private static Optional<Change> change(DatasetKey key, List<? extends Record> loads) {
    if (loads.size() < LAST_TWO) {
      return Optional.empty();
    }
    return Optional.of(new Change(key, count(loads, 1), count(loads, LAST_TWO)));
  }

  private static long count(List<? extends Record> loads, int nth) {
    return loads.stream()
        .filter(load -> load.get(DSL.field(DSL.unquotedName("nth"), Integer.class)) == nth)
        .findFirst()
        .orElseThrow()
        .get(RECORD_COUNT);
  }
}
