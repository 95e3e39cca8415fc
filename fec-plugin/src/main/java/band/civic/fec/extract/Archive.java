package band.civic.fec.extract;

import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What rows once were and lines that were put aside, moved out of bronze to files of the same names in `work/archive`.
/// Live rows, rows of OpenFEC that are retired, and releases stay: totals, replays and comparisons need them.
///
/// @param layout of bronze
/// @param before what ended before that is old
public record Archive(BronzeLayout layout, Instant before) {
  private static final String QUARANTINE = "quarantine";

  /// What is old in one file.
  ///
  /// @param kind of bulk file, or `openfec`
  /// @param cycle 0 for OpenFEC's
  /// @param history versions of rows
  /// @param quarantine lines
  public record Old(String kind, int cycle, long history, long quarantine) {}

  /// A file of bronze, and how old rows are told there.
  record Place(String kind, int cycle, Path file, List<Shelf> shelves) {}

  /// A table that old rows are taken from.
  record Shelf(String table, String condition) {}

  /// Counts; changes nothing.
  public List<Old> count() throws SQLException {
    var found = new ArrayList<Old>();
    for (var place : places()) {
      try (var connection = KindFile.connect(place.file())) {
        found.add(count(new Sql(connection), place));
      }
    }
    return found;
  }

  /// Moves what is old in one file; it and its archive change in one transaction.
  Old move(Place place) throws SQLException {
    try (var connection = KindFile.connect(place.file())) {
      return move(new Sql(connection), place);
    }
  }

  /// The files of bronze.
  List<Place> places() {
    var old = "(SELECT ingest_id FROM main.releases WHERE ended_at < '" + before + "')";
    var places = new ArrayList<Place>();
    for (var file : layout.listFiles()) {
      places.add(new Place(file.kind().id(), file.cycle(), file.file(), List.of(new Shelf("history", "ended_run IN "
          + old), new Shelf(QUARANTINE, "ingest_id IN " + old))));
    }
    if (Files.exists(layout.database())) {
      places.add(new Place("openfec", 0, layout.database(), List.of(new Shelf("api_history",
          "ended_run IN (SELECT ingest_id FROM main.ingests WHERE started_at < '" + before + "')"))));
    }
    return places;
  }

  private static Old count(Sql sql, Place place) throws SQLException {
    var history = 0L;
    var quarantine = 0L;
    for (var shelf : place.shelves()) {
      var rows = sql.number("SELECT count(*) FROM main." + shelf.table() + " WHERE " + shelf.condition());
      history += shelf.table().equals(QUARANTINE) ? 0 : rows;
      quarantine += shelf.table().equals(QUARANTINE) ? rows : 0;
    }
    return new Old(place.kind(), place.cycle(), history, quarantine);
  }

  private Old move(Sql sql, Place place) throws SQLException {
    var old = count(sql, place);
    if (old.history() + old.quarantine() == 0) {
      return old;
    }
    sql.update("ATTACH ? AS archive", archive(place.file()).toString());
    return sql.alone(() -> {
      for (var shelf : place.shelves()) {
        move(sql, shelf);
      }
      return old;
    });
  }

  private static void move(Sql sql, Shelf shelf) throws SQLException {
    var table = shelf.table();
    sql.run(List.of("CREATE TABLE IF NOT EXISTS archive.%1$s AS SELECT * FROM main.%1$s WHERE 0".formatted(table),
        "INSERT INTO archive.%1$s SELECT * FROM main.%1$s WHERE %2$s".formatted(table, shelf.condition()),
        "DELETE FROM main.%s WHERE %s".formatted(table, shelf.condition())));
  }

  private Path archive(Path file) {
    var directory = layout.directory().resolve("archive");
    try {
      return Files.createDirectories(directory).resolve(file.getFileName());
    } catch (IOException e) {
      throw KindBuild.unwritable(directory, e);
    }
  }
}
