package band.civic.fec.extract;

import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Ingest;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bulkfile.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What a process that died left in the book of ingests: a file may have been taken in to its end, and then only the book
/// does not know.
///
/// @param bronze the book
/// @param layout where the files are
record LeftBehind(BronzeDatabase bronze, BronzeLayout layout) {

  void settle(String runId, Instant now) throws SQLException {
    removeTemporary();
    for (var ingest : bronze.ingests().listRunning()) {
      var release = findRelease(ingest);
      if (release.isPresent()) {
        bronze.ingests().end(ingest.id(), "complete", release.get().figures(), now);
      }
    }
    bronze.ingests().abandonRunning(runId, now);
  }

  /// Whoever ingests holds the site: files whose names begin with a dot are nobody's.
  private void removeTemporary() {
    if (!Files.isDirectory(layout.files())) {
      return;
    }
    try (var left = Files.newDirectoryStream(layout.files(), ".*")) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw KindBuild.unwritable(layout.files(), e);
    }
  }

  private Optional<Release> findRelease(Ingest ingest) throws SQLException {
    var kind = FileKind.find(ingest.kind());
    if (kind.isEmpty() || !Files.exists(layout.file(kind.get(), ingest.cycle()))) {
      return Optional.empty();
    }
    try (var connection = KindFile.connect(layout.file(kind.get(), ingest.cycle()))) {
      return KindFile.of(kind.get(), connection)
          .listReleases()
          .stream()
          .filter(release -> release.ingestId() == ingest.id())
          .findFirst();
    }
  }
}
