package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.sqlite.JDBC;

/// Compares a release with the one before, in one transaction: every key of either is new, changed, unchanged or gone.
/// What a row was goes to `history` before it changes or goes.
///
/// @param file the database of the kind and cycle
/// @param order how
/// @param ingest which ingest it is
record Comparison(Path file, IngestOrder order, FileIngest ingest) {
  private static final double COMPLETE = 0.99;

  Figures run(FoundFile found, Release before) throws SQLException {
    var build = KindBuild.open(ingest.building(), found, false);
    try {
      var report = build.read(order);
      checkComplete(found, report, before);
      order.progress().step("comparing " + found.kind().id() + " with the release before");
      return apply(found, report, build);
    } finally {
      build.discard();
    }
  }

  /// A file that lost rows is not taken for one that has no more.
  private void checkComplete(FoundFile found, LoadReport report, Release before) {
    var lines = report.lines() - report.blank();
    if (lines < COMPLETE * before.figures().read() && !order.allowShrink()) {
      throw new ClerkException.ValidationFailed(String.format(Locale.ROOT,
          "%s has %,d lines and the release before had %,d: it seems cut short. Nothing was changed or retired. Download it "
              + "again, or give --allow-shrink if it is right.",
          found.name(), lines, before.figures().read()));
    }
  }

  private Figures apply(FoundFile found, LoadReport report, KindBuild build) throws SQLException {
    try (var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
      var kind = KindFile.of(found.kind(), connection);
      kind.sql().run(List.of("PRAGMA cache_size = -65536", "PRAGMA synchronous = FULL"));
      kind.sql().update("ATTACH ? AS next", ingest.building().toString());
      kind.sql().run("BEGIN IMMEDIATE");
      var figures = compare(kind, found, report);
      kind.add(ingest.release(found, figures));
      kind.addRejected(order.ingestId(), build.rejected());
      report.fingerprints().save(connection, found.kind().id());
      order.checkCancelled().run();
      kind.sql().run("COMMIT");
      return figures;
    }
  }

  private Figures compare(KindFile kind, FoundFile found, LoadReport report) throws SQLException {
    var sql = kind.sql();
    var names = kind.table().columns();
    var values = new String[]{found.kind().id(), kind.table().key(), String.join(", ", names),
        names.stream().map(name -> "o." + name).collect(Collectors.joining(", ")),
        String.valueOf(order.ingestId())};
    sql.run(filled("CREATE TEMP TABLE changed AS SELECT o.%2$s AS id FROM main.%1$s o JOIN next.%1$s n USING (%2$s) "
        + "WHERE o.row_hash <> n.row_hash", values));
    sql.run(filled("CREATE TEMP TABLE gone AS SELECT o.%2$s AS id FROM main.%1$s o WHERE NOT EXISTS (SELECT 1 FROM "
        + "next.%1$s n WHERE n.%2$s = o.%2$s)", values));
    order.checkCancelled().run();
    var history = "INSERT INTO main.history (%3$s, ended_run, fate) SELECT %4$s, %5$s, ";
    sql.run(filled(history + "'changed' FROM main.%1$s o JOIN changed c ON c.id = o.%2$s", values));
    sql.run(filled(history + "'retired' FROM main.%1$s o JOIN gone g ON g.id = o.%2$s", values));
    var changed = sql.update(filled("DELETE FROM main.%1$s WHERE %2$s IN (SELECT id FROM changed)", values));
    var retired = sql.update(filled("DELETE FROM main.%1$s WHERE %2$s IN (SELECT id FROM gone)", values));
    var written = sql.update(filled("INSERT INTO main.%1$s (%3$s) SELECT %4$s FROM next.%1$s o WHERE NOT EXISTS "
        + "(SELECT 1 FROM main.%1$s m WHERE m.%2$s = o.%2$s)", values));
    var sums = kind.sums();
    return new Figures(report.lines() - report.blank(), written - changed, changed, report.stored() - written, retired,
        report.rejected(), report.repeated() + report.overruled(), 0, sums.cents(), sums.checksum());
  }

  private static String filled(String sql, String... values) {
    return sql.formatted((Object[]) values);
  }
}
