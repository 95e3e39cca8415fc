package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.Sums;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Takes one file into the database of its kind and cycle: a first release is written at once, a later one compared.
///
/// @param file the database
/// @param order how
/// @param stamp which ingest it is
record FileIngest(Path file, IngestOrder order, Stamp stamp) {

  /// Which ingest it is.
  ///
  /// @param runId the run of clerk
  /// @param now when it happens
  /// @param version of the file, as it was before it was read
  record Stamp(String runId, Instant now, FoundFile.Version version) {}

  /// What came of it.
  ///
  /// @param status `complete` or `unchanged`
  /// @param figures what became of the rows
  record Result(String status, Figures figures) {}

  Result run(FoundFile found) throws SQLException {
    var before = Files.exists(file) ? findLastRelease(found) : Optional.<Release>empty();
    if (before.isEmpty()) {
      return new Result("complete", first(found));
    }
    return isSame(before.get()) && !order.force()
        ? new Result("unchanged", before.get().figures().again())
        : new Result("complete", new Comparison(file, order, this).run(found, before.get()));
  }

  /// What a release is, once its rows are counted.
  ///
  /// @throws ClerkException.SourceUnavailable when the file is another one now than when it was begun
  Release release(FoundFile found, Figures figures) {
    var version = stamp.version();
    if (!found.version().equals(version)) {
      throw new ClerkException.SourceUnavailable(
          found.name() + " changed while it was read; nothing was taken in. Try again when it is whole.");
    }
    return new Release(order.ingestId(), stamp.runId(), found.name(), version.bytes(), version.modifiedAt().toString(),
        figures, stamp.now().toString());
  }

  Path building() {
    return file.resolveSibling("." + file.getFileName() + ".building");
  }

  private Figures first(FoundFile found) throws SQLException {
    var figures = first(found, order);
    return figures.isPresent()
        ? figures.get()
        : first(found, order.withEmptyAmounts(EmptyAmounts.KEEP)).orElseThrow();
  }

  /// Nothing when the file must be read again, with empty amounts as rows.
  private Optional<Figures> first(FoundFile found, IngestOrder how) throws SQLException {
    var build = KindBuild.open(building(), found);
    try {
      var report = build.read(how);
      if (how.emptyAmounts().areNoDamage(found.kind(), build.rejected())) {
        return Optional.empty();
      }
      checkNotEmpty(found, report);
      var figures = finish(build, found, report);
      build.moveTo(file);
      return Optional.of(figures);
    } finally {
      build.discard();
    }
  }

  /// A first file without a row is no release: every row that OpenFEC has would seem superseded by it.
  private void checkNotEmpty(FoundFile found, LoadReport report) {
    if (report.stored() == 0 && !order.allowShrink()) {
      throw new ClerkException.ValidationFailed(found.name()
          + " holds no row that can be read; nothing was taken in. Download it again, or give --allow-shrink if it is right.");
    }
  }

  private Figures finish(KindBuild build, FoundFile found, LoadReport report) throws SQLException {
    try (var connection = build.connect()) {
      var kind = KindFile.of(found.kind(), connection);
      var sums = Sums.of(report.sum(), report.fingerprints().hashes());
      var figures = new Figures(report.lines() - report.blank(), report.stored(), 0, 0, 0, report.rejected(),
          report.repeated() + report.overruled(), 0, sums.cents(), sums.checksum());
      kind.sql().run("BEGIN");
      kind.add(release(found, figures));
      kind.addRejected(order.ingestId(), build.rejected());
      report.fingerprints().save(connection, found.kind().id());
      kind.sql().run("COMMIT");
      return figures;
    }
  }

  private Optional<Release> findLastRelease(FoundFile found) throws SQLException {
    try (var connection = KindFile.connect(file)) {
      return KindFile.of(found.kind(), connection).findLastRelease();
    }
  }

  private boolean isSame(Release before) {
    var version = stamp.version();
    return before.bytes() == version.bytes() && before.modifiedAt().equals(version.modifiedAt().toString());
  }
}
