package band.civic.fec.extract;

import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Ingest;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bulkfile.FileKind;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/// What a process that died left in the book of ingests: a file may have been taken in to its end, and then only the book
/// does not know.
///
/// @param bronze the book
/// @param layout where the files are
record LeftBehind(BronzeDatabase bronze, BronzeLayout layout) {

  void settle(String runId, Instant now) throws SQLException {
    for (var ingest : bronze.ingests().listRunning()) {
      var release = findRelease(ingest);
      if (release.isPresent()) {
        bronze.ingests().end(ingest.id(), "complete", release.get().figures(), now);
      }
    }
    bronze.ingests().abandonRunning(runId, now);
  }

  private Optional<Release> findRelease(Ingest ingest) throws SQLException {
    var kind = FileKind.find(ingest.kind());
    if (kind.isEmpty() || !Files.exists(layout.file(kind.get(), ingest.cycle()))) {
      return Optional.empty();
    }
    var url = "jdbc:sqlite:" + layout.file(kind.get(), ingest.cycle());
    try (var connection = JDBC.createConnection(url, new Properties())) {
      return KindFile.of(kind.get(), connection)
          .listReleases()
          .stream()
          .filter(release -> release.ingestId() == ingest.id())
          .findFirst();
    }
  }
}
