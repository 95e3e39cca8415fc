package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.ChangeSet;
import band.civic.clerk.etl.bulk.Fingerprints;
import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.Sums;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.sqlite.JDBC;

/// Compares a release with the one before in one pass, and takes over what differs in one transaction: every key of either
/// is new, changed, unchanged or gone. What a row was goes to `history` before it changes or goes.
///
/// @param file the database of the kind and cycle
/// @param order how
/// @param ingest which ingest it is
record Comparison(Path file, IngestOrder order, FileIngest ingest) {
  private static final double COMPLETE = 0.99;

  Figures run(FoundFile found, Release before) throws SQLException {
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
      var kind = KindFile.of(found.kind(), connection);
      kind.sql().run(List.of("PRAGMA cache_size = -65536", "PRAGMA synchronous = FULL"));
      var rejected = new ArrayList<RejectedLine>();
      var load = KindBuild.load(found, order).withQuarantine(rejected::add);
      var known = Fingerprints.load(connection, found.kind().id());
      try (var changes = load.compare(connection, found.kind().id(), known)) {
        checkComplete(found, changes.counts(), before);
        order.progress().step("taking over what differs in " + found.kind().id());
        return takeOver(kind, changes, new Taken(found, before, rejected));
      }
    }
  }

  /// What is taken over.
  private record Taken(FoundFile found, Release before, List<RejectedLine> rejected) {}

  private Figures takeOver(KindFile kind, ChangeSet changes, Taken taken) throws SQLException {
    kind.sql().run("BEGIN IMMEDIATE");
    var ended = "ROLLBACK";
    try {
      var figures = apply(kind, changes, taken.before());
      kind.add(ingest.release(taken.found(), figures));
      kind.addRejected(order.ingestId(), taken.rejected());
      changes.saveFingerprints(taken.found().kind().id());
      order.checkCancelled().run();
      ended = "COMMIT";
      return figures;
    } finally {
      kind.sql().run(ended);
    }
  }

  /// A file that lost rows is not taken for one that has no more.
  private void checkComplete(FoundFile found, ChangeSet.Counts counts, Release before) {
    var lines = counts.lines() - counts.blank();
    if (lines < COMPLETE * before.figures().read() && !order.allowShrink()) {
      throw new ClerkException.ValidationFailed(String.format(Locale.ROOT,
          "%s has %,d lines and the release before had %,d: it seems cut short. Nothing was changed or retired. Download it "
              + "again, or give --allow-shrink if it is right.",
          found.name(), lines, before.figures().read()));
    }
  }

  private Figures apply(KindFile kind, ChangeSet changes, Release before) throws SQLException {
    var table = kind.table().name();
    var key = kind.table().key();
    var gone = "(SELECT key FROM changes.retired)";
    var altered = "main.%1$s o WHERE o.%2$s IN (SELECT %2$s FROM changes.%1$s)".formatted(table, key);
    var retired = "main.%s o WHERE o.%s IN %s".formatted(table, key, gone);
    var sums = before.figures()
        .sums()
        .minus(kind.sums(altered))
        .minus(kind.sums(retired))
        .plus(kind.sums("changes." + table));
    keep(kind, altered, "changed");
    keep(kind, retired, "retired");
    kind.sql().update("DELETE FROM main.%s WHERE %s IN %s".formatted(table, key, gone));
    changes.upsert();
    return figures(changes.counts(), sums);
  }

  private void keep(KindFile kind, String rows, String fate) throws SQLException {
    var names = kind.table().columns();
    var values = names.stream().map(name -> "o." + name).collect(Collectors.joining(", "));
    kind.sql()
        .update("INSERT INTO main.history (%s, ended_run, fate) SELECT %s, ?, ? FROM %s".formatted(String.join(", ",
            names), values, rows), order.ingestId(), fate);
  }

  private static Figures figures(ChangeSet.Counts counts, Sums sums) {
    return new Figures(counts.lines() - counts.blank(), counts.added(), counts.changed(), counts.unchanged(),
        counts.retired(), counts.rejected(), counts.repeated() + counts.overruled(), 0, sums.cents(), sums
            .checksum());
  }
}
