package band.civic.fec.command;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.PluginContext;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Ingest;
import band.civic.fec.bronze.SqlFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/// Bronze, for commands that read it.
///
/// @param layout where it lies
record Bronze(BronzeLayout layout) {

  /// What is done with a connection.
  @FunctionalInterface
  interface Reading<T> {
    T read(BronzeDatabase bronze) throws SQLException;
  }

  static Bronze of(PluginContext context) {
    return new Bronze(BronzeLayout.ofStorage(context.storageDirectory()));
  }

  /// Reads `bronze.db`.
  ///
  /// @throws ClerkException.BadConfiguration when nothing was ever ingested
  <T> T read(Reading<T> reading) {
    if (!Files.exists(layout.database())) {
      throw new ClerkException.BadConfiguration("There is no bronze yet: " + layout.database()
          + " is not there. Run `clerk fec bulk ingest --cycle YEAR --from DIR` first.");
    }
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + layout.database());
    try (var bronze = BronzeDatabase.open(source)) {
      return reading.read(bronze);
    } catch (SQLException e) {
      throw failed(layout.database(), e);
    }
  }

  /// What a run took in; nothing when it failed before there was any bronze.
  List<Ingest> listOfRun(String runId) {
    return listIfAny(bronze -> bronze.ingests().ofRun(runId));
  }

  /// Reads a list; an empty one when there is no bronze yet.
  <T> List<T> listIfAny(Reading<List<T>> reading) {
    return Files.exists(layout.database()) ? read(reading) : List.of();
  }

  static RuntimeException failed(Path file, SQLException e) {
    return SqlFailures.of(file, e);
  }
}
