package band.civic.clerk.core.site;

import static band.civic.clerk.core.store.Tables.BYTES;
import static band.civic.clerk.core.store.Tables.CLAIMED_BY;
import static band.civic.clerk.core.store.Tables.CONSECUTIVE_FAILURES;
import static band.civic.clerk.core.store.Tables.COVERAGE_END;
import static band.civic.clerk.core.store.Tables.COVERAGE_START;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.FILE;
import static band.civic.clerk.core.store.Tables.HAS_DATA;
import static band.civic.clerk.core.store.Tables.LAST_ATTEMPT_AT;
import static band.civic.clerk.core.store.Tables.LAST_ERROR;
import static band.civic.clerk.core.store.Tables.LAST_ERROR_AT;
import static band.civic.clerk.core.store.Tables.LAST_SUCCESS_AT;
import static band.civic.clerk.core.store.Tables.NEXT_DUE_AT;
import static band.civic.clerk.core.store.Tables.RECORD_COUNT;
import static band.civic.clerk.core.store.Tables.RECORD_TYPES;
import static band.civic.clerk.core.store.Tables.SHA256;
import static band.civic.clerk.core.store.Tables.RUNS;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SITES;
import static band.civic.clerk.core.store.Tables.SITE_DATASETS;
import static band.civic.clerk.core.store.Tables.SOURCE;
import static band.civic.clerk.core.store.Tables.STATE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.DataSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One row for each site and data type: what is published, when it is due, who holds it. Only runs write it; a method
/// that writes joins the transaction of its caller.
public final class SiteDatasets {
  private final Registry registry;

  public SiteDatasets(Registry registry) {
    this.registry = registry;
  }

  /// The row, if there ever was a run.
  public Optional<SiteDataset> find(DatasetKey key) {
    return registry.sql().selectFrom(SITE_DATASETS).where(is(key)).fetchOptional(SiteDatasets::dataset);
  }

  /// What a site has, by data type; jobs that are no data type are left out.
  public List<SiteDataset> list(String subdomain) {
    return registry.sql()
        .selectFrom(SITE_DATASETS)
        .where(SUBDOMAIN.eq(subdomain))
        .orderBy(DATA_TYPE)
        .fetch(SiteDatasets::dataset)
        .stream()
        .filter(dataset -> dataset.key().isDataType())
        .toList();
  }

  /// What all sites have, by site and data type; jobs that are no data type are left out.
  public List<SiteDataset> listAll() {
    return registry.sql()
        .selectFrom(SITE_DATASETS)
        .orderBy(SUBDOMAIN, DATA_TYPE)
        .fetch(SiteDatasets::dataset)
        .stream()
        .filter(dataset -> dataset.key().isDataType())
        .toList();
  }

  /// When each site that was ever attempted is due.
  public Map<String, Instant> mapDueTimes(String dataType) {
    return registry.sql()
        .selectFrom(SITE_DATASETS)
        .where(DATA_TYPE.eq(dataType).and(NEXT_DUE_AT.isNotNull()))
        .fetchMap(row -> row.get(SUBDOMAIN), row -> Instant.parse(row.get(NEXT_DUE_AT)));
  }

  /// Makes the row if there is none.
  public void ensure(DatasetKey key) {
    registry.sql()
        .insertInto(SITE_DATASETS, SUBDOMAIN, DATA_TYPE)
        .values(key.subdomain(), key.dataType())
        .onConflictDoNothing()
        .execute();
  }

  /// Gives the row to a run. One conditional update, so that of two who try at once one wins.
  ///
  /// @param dead the run that holds the row and is known to be dead; empty when the row should be free
  /// @return whether the run holds it now
  public boolean claim(DatasetKey key, String runId, Optional<String> dead, Instant now) {
    return claim(is(key), runId, dead, now);
  }

  /// Like [#claim], but only when the row is still due: another run may have come and gone.
  public boolean claimDue(DatasetKey key, String runId, Optional<String> dead, Instant now) {
    return claim(is(key).and(NEXT_DUE_AT.isNull().or(NEXT_DUE_AT.le(UtcText.of(now)))), runId, dead, now);
  }

  /// Lets go of the row.
  public void release(DatasetKey key, String runId) {
    registry.sql()
        .update(SITE_DATASETS)
        .setNull(CLAIMED_BY)
        .where(is(key).and(CLAIMED_BY.eq(runId)))
        .execute();
  }

  /// Rows that are held by runs that have ended.
  public List<SiteDataset> listOrphaned() {
    return registry.sql()
        .selectFrom(SITE_DATASETS)
        .where(isOrphaned())
        .orderBy(SUBDOMAIN, DATA_TYPE)
        .fetch(
            SiteDatasets::dataset);
  }

  /// Lets go of such a row.
  public boolean releaseOrphan(DatasetKey key) {
    return registry.sql().update(SITE_DATASETS).setNull(CLAIMED_BY).where(is(key).and(isOrphaned())).execute() == 1;
  }

  /// All registered sites' subdomains.
  public List<String> listSubdomains() {
    return registry.sql().select(SUBDOMAIN).from(SITES).orderBy(SUBDOMAIN).fetch(SUBDOMAIN);
  }

  private static Condition isOrphaned() {
    return CLAIMED_BY.isNotNull()
        .and(DSL.notExists(DSL.selectOne().from(RUNS).where(RUN_ID.eq(CLAIMED_BY).and(STATE.eq("running")))));
  }

  /// Writes what is published now. A summary without records means that nothing is.
  public void published(DatasetKey key, Publication publication) {
    var summary = publication.summary();
    registry.sql()
        .update(SITE_DATASETS)
        .set(HAS_DATA, summary.recordCount() > 0 ? 1L : 0L)
        .set(SOURCE, summary.source())
        .set(COVERAGE_START, text(summary.coverageStart()))
        .set(COVERAGE_END, text(summary.coverageEnd()))
        .set(RECORD_COUNT, summary.recordCount())
        .set(RECORD_TYPES, JsonText.of(summary.recordTypes()))
        .set(FILE, publication.file())
        .set(BYTES, publication.bytes())
        .set(SHA256, publication.sha256())
        .where(is(key))
        .execute();
  }

  /// A run succeeded: what failed before is over.
  ///
  /// @param nextDueAt empty leaves it as it is
  public void succeeded(DatasetKey key, Instant now, Optional<Instant> nextDueAt) {
    registry.sql()
        .update(SITE_DATASETS)
        .set(LAST_SUCCESS_AT, UtcText.of(now))
        .set(CONSECUTIVE_FAILURES, 0L)
        .setNull(LAST_ERROR)
        .setNull(LAST_ERROR_AT)
        .set(NEXT_DUE_AT, nextDueAt.map(due -> (Field<String>) DSL.val(UtcText.of(due))).orElse(NEXT_DUE_AT))
        .where(is(key))
        .execute();
  }

  /// Failures since the last success.
  ///
  /// @param inARow how many, the last included
  /// @param error what the last was
  public record Failures(long inARow, String error) {}

  /// A run failed; what is published stays.
  public void failed(DatasetKey key, Failures failures, Instant now, Instant nextDueAt) {
    registry.sql()
        .update(SITE_DATASETS)
        .set(CONSECUTIVE_FAILURES, failures.inARow())
        .set(LAST_ERROR, failures.error())
        .set(LAST_ERROR_AT, UtcText.of(now))
        .set(NEXT_DUE_AT, UtcText.of(nextDueAt))
        .where(is(key))
        .execute();
  }

  private boolean claim(Condition row, String runId, Optional<String> dead, Instant now) {
    return registry.sql()
        .update(SITE_DATASETS)
        .set(CLAIMED_BY, runId)
        .set(LAST_ATTEMPT_AT, UtcText.of(now))
        // from now on it was attempted, whatever becomes of it
        .set(NEXT_DUE_AT, DSL.coalesce(NEXT_DUE_AT, DSL.val(UtcText.of(now))))
        .where(row.and(dead.map(CLAIMED_BY::eq).orElseGet(CLAIMED_BY::isNull)))
        .execute() == 1;
  }

  private static Condition is(DatasetKey key) {
    return SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType()));
  }

  private static SiteDataset dataset(Record row) {
    return new SiteDataset(new DatasetKey(row.get(SUBDOMAIN), row.get(DATA_TYPE)), instant(row, LAST_SUCCESS_AT),
        instant(row, LAST_ATTEMPT_AT), instant(row, NEXT_DUE_AT), row.get(CONSECUTIVE_FAILURES), publication(row),
        Optional.ofNullable(row.get(LAST_ERROR)), Optional.ofNullable(row.get(CLAIMED_BY)));
  }

  private static Optional<Publication> publication(Record row) {
    if (row.get(HAS_DATA) == 0) {
      return Optional.empty();
    }
    var summary = new DataSummary(row.get(SOURCE), date(row, COVERAGE_START), date(row, COVERAGE_END),
        row.get(RECORD_COUNT), JsonText.toList(row.get(RECORD_TYPES)));
    return Optional.of(new Publication(summary, row.get(FILE), row.get(BYTES), row.get(SHA256)));
  }

  private static Optional<Instant> instant(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column)).map(Instant::parse);
  }

  private static Optional<LocalDate> date(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column)).map(LocalDate::parse);
  }

  private static @Nullable String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse(null);
  }
}
