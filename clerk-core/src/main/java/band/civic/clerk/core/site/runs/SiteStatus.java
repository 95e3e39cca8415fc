package band.civic.clerk.core.site.runs;

import static band.civic.clerk.core.store.Tables.FINANCE_COVERAGE_END;
import static band.civic.clerk.core.store.Tables.FINANCE_COVERAGE_START;
import static band.civic.clerk.core.store.Tables.FINANCE_DATA_TYPES;
import static band.civic.clerk.core.store.Tables.FINANCE_LAST_UPDATED;
import static band.civic.clerk.core.store.Tables.FINANCE_RECORD_COUNT;
import static band.civic.clerk.core.store.Tables.FINANCE_SOURCE;
import static band.civic.clerk.core.store.Tables.HAS_FINANCE_DATA;
import static band.civic.clerk.core.store.Tables.SITES;
import static band.civic.clerk.core.store.Tables.STATUS;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.SiteDataset;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.store.JsonText;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.UtcText;
import band.civic.clerk.spi.DataSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of `sites` that follow from its data: `status` (`new`, `published`, `no_data`, `failed`), and for campaign
/// finance the columns that other programs read.
final class SiteStatus {
  private static final String FINANCE = "finance";
  /// How a load says in its refusal that the source has nothing.
  private static final String NO_DATA = "no_data";

  private final Registry registry;
  private final SiteDatasets datasets;

  SiteStatus(Registry registry) {
    this.registry = registry;
    this.datasets = new SiteDatasets(registry);
  }

  /// A load published something.
  void published(DatasetKey key, DataSummary summary, Instant now) {
    if (key.dataType().equals(FINANCE)) {
      registry.sql()
          .update(SITES)
          .set(HAS_FINANCE_DATA, summary.recordCount() > 0 ? 1L : 0L)
          .set(FINANCE_LAST_UPDATED, UtcText.of(now))
          .set(FINANCE_SOURCE, summary.source())
          .set(FINANCE_COVERAGE_START, text(summary.coverageStart()))
          .set(FINANCE_COVERAGE_END, text(summary.coverageEnd()))
          .set(FINANCE_RECORD_COUNT, summary.recordCount())
          .set(FINANCE_DATA_TYPES, JsonText.of(summary.recordTypes()))
          .where(SUBDOMAIN.eq(key.subdomain()))
          .execute();
    }
    set(key, hasData(key) ? "published" : NO_DATA);
  }

  /// A run succeeded: an earlier failure is over.
  void succeeded(DatasetKey key) {
    if (hasData(key)) {
      set(key, "published");
    }
  }

  /// A run failed. A site that has something stays published.
  void failed(DatasetKey key, String error) {
    if (key.isDataType() && !hasData(key)) {
      set(key, error.contains(NO_DATA) ? NO_DATA : "failed");
    }
  }

  private boolean hasData(DatasetKey key) {
    return datasets.list(key.subdomain()).stream().map(SiteDataset::published).anyMatch(Optional::isPresent);
  }

  private void set(DatasetKey key, String status) {
    registry.sql().update(SITES).set(STATUS, status).where(SUBDOMAIN.eq(key.subdomain())).execute();
  }

  private static @Nullable String text(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse(null);
  }
}
