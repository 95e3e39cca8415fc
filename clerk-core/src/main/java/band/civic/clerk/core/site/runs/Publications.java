package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.BYTES;
import static band.civic.clerk.core.store.Tables.COVERAGE_END;
import static band.civic.clerk.core.store.Tables.COVERAGE_START;
import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.PUBLICATIONS;
import static band.civic.clerk.core.store.Tables.PUBLISHED_AT;
import static band.civic.clerk.core.store.Tables.RECORD_COUNT;
import static band.civic.clerk.core.store.Tables.RECORD_TYPES;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SHA256;
import static band.civic.clerk.core.store.Tables.SOURCE;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.DataSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What each published file holds, by its checksum, so that a file that is brought back can be told truly.
public final class Publications {
  private final Registry registry;
  private final SiteDatasets datasets;
  private final SiteStatus status;

  public Publications(Registry registry) {
    this.registry = registry;
    this.datasets = new SiteDatasets(registry);
    this.status = new SiteStatus(registry);
  }

  /// A file is published now: its row, the site's row and what other programs read of it, in one transaction. A file that
  /// was published before is no news: the site was last updated when it first came.
  public void published(String runId, DatasetKey key, Publication publication, Instant now) {
    registry.inTransaction(sql -> {
      var before = datasets.find(key).flatMap(SiteDataset::published).map(Publication::sha256);
      remember(runId, key, publication, now);
      datasets.published(key, publication);
      if (!before.equals(Optional.of(publication.sha256()))) {
        status.published(key, publication.summary(), now);
      }
      return publication;
    });
  }

  /// What a file with this checksum holds, if a run ever published it for the site.
  public Optional<DataSummary> find(DatasetKey key, String sha256) {
    return registry.sql()
        .selectFrom(PUBLICATIONS)
        .where(SUBDOMAIN.eq(key.subdomain()).and(DATA_TYPE.eq(key.dataType())).and(SHA256.eq(sha256)))
        .fetchOptional(Publications::summary);
  }

  private void remember(String runId, DatasetKey key, Publication publication, Instant now) {
    var summary = publication.summary();
    registry.sql()
        .insertInto(PUBLICATIONS)
        .set(SUBDOMAIN, key.subdomain())
        .set(DATA_TYPE, key.dataType())
        .set(SHA256, publication.sha256())
        .set(BYTES, publication.bytes())
        .set(RUN_ID, runId)
        .set(PUBLISHED_AT, UtcText.of(now))
        .set(SOURCE, summary.source())
        .set(COVERAGE_START, text(summary.coverageStart()))
        .set(COVERAGE_END, text(summary.coverageEnd()))
        .set(RECORD_COUNT, summary.recordCount())
        .set(RECORD_TYPES, JsonText.of(summary.recordTypes()))
        .onConflictDoNothing()
        .execute();
  }

  private static DataSummary summary(Record row) {
    return new DataSummary(row.get(SOURCE), date(row, COVERAGE_START), date(row, COVERAGE_END), row.get(RECORD_COUNT),
        JsonText.toList(row.get(RECORD_TYPES)));
  }

  private static Optional<LocalDate> date(Record row, Field<String> column) {
    return Optional.ofNullable(row.get(column)).map(LocalDate::parse);
  }

  private static @Nullable String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse(null);
  }
}
