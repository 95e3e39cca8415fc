package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.ChangeSet;
import band.civic.clerk.etl.bulk.Fingerprints;
import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.KindFile.Release;
import band.civic.fec.bronze.KindFile;
import band.civic.fec.bronze.Sums;
import band.civic.fec.bulkfile.DiskSpace;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares a release with the one before in one pass, and takes over what differs in one transaction: every key of either
/// is new, changed, unchanged or gone. What a row was goes to `history` before it changes or goes.
///
/// @param file the database of the kind and cycle
/// @param order how
/// @param ingest which ingest it is
record Comparison(Path file, IngestOrder order, FileIngest ingest) {
  private static final double COMPLETE = 0.99;
  private static final long MANY = 10_000;

  Figures run(FoundFile found, Release before) throws SQLException {
    var figures = compare(found, before);
    return figures.isPresent()
        ? figures.get()
        : new Comparison(file, order.withEmptyAmounts(EmptyAmounts.KEEP), ingest).run(found, before);
  }

  /// Nothing when the file must be read again, with empty amounts as rows.
  private Optional<Figures> compare(FoundFile found, Release before) throws SQLException {
    try (var connection = KindFile.connect(file)) {
      var kind = KindFile.of(found.kind(), connection);
      kind.sql().run(List.of("PRAGMA cache_size = -65536", "PRAGMA synchronous = FULL", "PRAGMA temp_store = MEMORY"));
      var rejected = new ArrayList<RejectedLine>();
      var load = KindBuild.load(found, order).withQuarantine(rejected::add);
      var known = Fingerprints.load(connection, found.kind().id());
      try (var changes = load.compare(connection, found.kind().id(), known)) {
        if (order.emptyAmounts().areNoDamage(found.kind(), rejected)) {
          return Optional.empty();
        }
        checkComplete(found, changes.counts(), before);
        order.progress().step("taking over what differs in " + found.kind().id());
        var taken = new Taken(found, before, rejected);
        return Optional.of(isWide(changes.counts())
            ? rewrite(kind, changes, taken)
            : takeOver(kind, changes, taken));
      }
    }
  }

  /// What is taken over.
  private record Taken(FoundFile found, Release before, List<RejectedLine> rejected) {}

  /// Whether changes are spread over so many pages that the file is sooner written anew.
  private static boolean isWide(ChangeSet.Counts counts) {
    var rows = counts.added() + counts.changed() + counts.unchanged();
    return rows > MANY && (rows - counts.unchanged() + counts.retired()) > rows / 1000;
  }

  /// Writes the database anew beside the old one, which stays until the new one is whole.
  private Figures rewrite(KindFile kind, ChangeSet changes, Taken taken) throws SQLException {
    new DiskSpace(file.resolveSibling("")).require(file.toFile().length(), "To write " + kind.kind().id() + " anew");
    var build = KindBuild.open(ingest.building(), taken.found());
    try {
      changes.writeTo(ingest.building());
      var figures = figures(changes.counts(), keepHistory(kind, changes, taken.before()));
      try (var connection = build.connect()) {
        var fresh = KindFile.of(kind.kind(), connection);
        fresh.sql().run("BEGIN");
        fresh.add(ingest.release(taken.found(), figures));
        fresh.addRejected(order.ingestId(), taken.rejected());
        changes.fingerprints().save(connection, kind.kind().id());
        fresh.sql().run("COMMIT");
      }
      order.checkCancelled().run();
      build.moveTo(file);
      return figures;
    } finally {
      build.discard();
    }
  }

  private Sums keepHistory(KindFile kind, ChangeSet changes, Release before) throws SQLException {
    var sql = kind.sql();
    sql.update("ATTACH ? AS fresh", ingest.building().toString());
    sql.run(List.of("PRAGMA fresh.journal_mode = OFF", "PRAGMA fresh.synchronous = OFF", "BEGIN",
        "INSERT INTO fresh.releases SELECT * FROM main.releases",
        "INSERT INTO fresh.quarantine SELECT * FROM main.quarantine",
        "INSERT INTO fresh.history SELECT * FROM main.history"));
    var sums = keep(kind, changes, "fresh", before);
    sql.run(List.of("COMMIT", "DETACH fresh"));
    return sums;
  }

  private Figures takeOver(KindFile kind, ChangeSet changes, Taken taken) throws SQLException {
    return kind.sql().alone(() -> {
      var figures = apply(kind, changes, taken.before());
      kind.add(ingest.release(taken.found(), figures));
      kind.addRejected(order.ingestId(), taken.rejected());
      changes.saveFingerprints(taken.found().kind().id());
      order.checkCancelled().run();
      return figures;
    });
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
    var sums = keep(kind, changes, "main", before);
    kind.sql()
        .update("DELETE FROM main.%s WHERE %s IN (SELECT key FROM changes.retired)".formatted(kind.table().name(), kind
            .table()
            .key()));
    changes.upsert();
    return figures(changes.counts(), sums);
  }

  /// Takes down what rows were that change or go.
  ///
  /// @param schema of the history
  /// @return what the live rows add up to then
  private Sums keep(KindFile kind, ChangeSet changes, String schema, Release before) throws SQLException {
    var history = schema + ".history";
    var last = kind.sql().number("SELECT max(rowid) FROM " + history);
    var table = kind.table();
    var insert = "INSERT INTO %s (%s, ended_run, fate) SELECT %s, ?, ? FROM ".formatted(history, String.join(", ",
        table.columns()), table.columns().stream().map(name -> "o." + name).collect(Collectors.joining(", ")));
    var rows = "%s k CROSS JOIN main.%s o ON o.%s = k.key";
    kind.sql().run("CREATE TEMP TABLE altered (key INTEGER PRIMARY KEY)");
    kind.sql().addAll("INSERT INTO altered VALUES (?)", changes.changedKeys());
    kind.sql().update(insert + rows.formatted("altered", table.name(), table.key()), order.ingestId(), "changed");
    kind.sql()
        .update(insert + rows.formatted("changes.retired", table.name(), table.key()), order.ingestId(), "retired");
    return before.figures()
        .sums()
        .minus(kind.sums(history + " WHERE rowid > " + last))
        .plus(kind.sums("changes." + table.name()));
  }

  private static Figures figures(ChangeSet.Counts counts, Sums sums) {
    return new Figures(counts.lines() - counts.blank(), counts.added(), counts.changed(), counts.unchanged(),
        counts.retired(), counts.rejected(), counts.repeated() + counts.overruled(), 0, sums.cents(), sums
            .checksum());
  }
}
