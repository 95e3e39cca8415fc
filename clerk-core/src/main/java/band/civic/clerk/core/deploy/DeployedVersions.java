package band.civic.clerk.core.deploy;

import static band.civic.clerk.core.store.Tables.DATA_TYPE;
import static band.civic.clerk.core.store.Tables.PUBLICATIONS;
import static band.civic.clerk.core.store.Tables.PUBLISHED_AT;
import static band.civic.clerk.core.store.Tables.RUN_ID;
import static band.civic.clerk.core.store.Tables.SHA256;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;

import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.runs.Publications;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.DataSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an earlier deployment held.
final class DeployedVersions {
  private static final DataSummary UNKNOWN = new DataSummary("", Optional.empty(), Optional.empty(), 0, List.of());

  private DeployedVersions() {}

  static DeployedFile find(Registry registry, Deployment deployment) {
    var key = new DatasetKey(deployment.subdomain(), deployment.dataType());
    var summary = new Publications(registry).find(key, deployment.sha256()).orElse(UNKNOWN);
    return of(registry, key, new Publication(summary, deployment.file(), deployment.bytes(), deployment.sha256()));
  }

  /// A published file, with the run that published its content first.
  static DeployedFile of(Registry registry, DatasetKey key, Publication publication) {
    var first = registry.sql()
        .selectFrom(PUBLICATIONS)
        .where(SUBDOMAIN.eq(key.subdomain())
            .and(DATA_TYPE.eq(key.dataType()))
            .and(SHA256.eq(publication.sha256())))
        .fetchOptional();
    return new DeployedFile(key.dataType(), publication.file(), publication.bytes(), publication.sha256(),
        publication.summary(), first.map(row -> row.get(RUN_ID)).orElse(""),
        first.map(row -> Instant.parse(row.get(PUBLISHED_AT))).orElse(Instant.EPOCH));
  }
}
