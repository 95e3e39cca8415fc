package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.format.TableTree;
import band.civic.clerk.etl.bulk.sort.KeyRange;
import band.civic.clerk.etl.bulk.sort.Loser;
import band.civic.clerk.etl.bulk.sort.Overruled;
import band.civic.clerk.etl.bulk.sort.RangeRows;
import band.civic.clerk.etl.bulk.sort.RowRuns;
import band.civic.clerk.etl.bulk.sort.RunBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Compares a new release with the fingerprints of the one before, in one pass: lines that are as they were cost a hash
/// and a look at the place where the row stood; the others are encoded, sorted and staged.
final class Comparison {
  private final Job job;
  private final TableShape table;
  private final KnownRows known;
  private final RowRuns candidates;
  private final LongAdder repeated = new LongAdder();
  private final List<Overruled> overruled = new ArrayList<>();
  private final Changes changes;

  private Comparison(Job job, TableShape table, Fingerprints fingerprints, RowRuns candidates) {
    this.job = job;
    this.table = table;
    this.known = new KnownRows(fingerprints);
    this.candidates = candidates;
    this.changes = new Changes(fingerprints);
  }

  static ChangeSet run(Job job, Connection connection, String table, Fingerprints known)
      throws SQLException, IOException {
    if (!Staging.detach(connection, ChangeSet.SCHEMA)) {
      throw new IllegalStateException("Close the change set before, and end its transaction");
    }
    var directory = DatabaseFiles.directory(connection);
    try (var candidates = new RowRuns(directory)) {
      return new Comparison(job, TableShape.read(connection, table), known, candidates).compare(connection, directory);
    }
  }

  private ChangeSet compare(Connection connection, Path directory) throws SQLException, IOException {
    var tally = Scan.parallel(job, () -> new CompareTarget(job, known, new RecordWriter(table),
        new RunBuilder(candidates, job.limits().run()), repeated));
    try (var staging = Staging.open(table, candidates.bytes() > job.limits().image(), directory)) {
      repeated.add(stageRows(staging));
      stageRetired(staging);
      staging.attach(connection, ChangeSet.SCHEMA);
      OverruledLines.report(job, overruled, tally.places());
      return new ChangeSet(connection, changes, counts(tally), new Staged(job, table, staging));
    }
  }

  private ChangeSet.Counts counts(Tally tally) {
    return new ChangeSet.Counts(tally.lines(), tally.blank(), tally.rejected(), repeated.sum(), overruled.size(),
        changes.added(), changes.changed(), changes.unchanged(), changes.retired());
  }

  private long stageRows(Staging staging) {
    var leaves = new ArrayList<TableLeaves>();
    var rows = new RangeRows(candidates);
    var repeatedRows = 0L;
    for (var range : candidates.ranges(job.limits().range())) {
      var staged = new TableLeaves(staging.pages());
      repeatedRows += stage(range, rows, staged).repeated().size();
      leaves.add(staged);
    }
    TableTree.build(staging.pages(), staging.root(), leaves);
    return repeatedRows;
  }

  private Loser.Outcome stage(KeyRange range, RangeRows rows, TableLeaves staged) {
    rows.read(range);
    overruled.addAll(rows.outcome().overruled());
    for (var row = 0; row < rows.size(); row++) {
      if (decide(rows, row)) {
        staged.add(rows.key(row), rows.bytes(), rows.cell(row), rows.cellLength(row));
      }
    }
    staged.finish();
    return rows.outcome();
  }

  /// Whether the row is new or changed, now that all lines are known: one that is as it was may come later.
  private boolean decide(RangeRows rows, int row) {
    var key = rows.key(row);
    var place = known.find(key);
    var sameLine = place == KnownRows.NONE ? 0 : known.sameLine(place);
    if (sameLine > rows.line(row)) {
      overruled.add(new Overruled(key, rows.line(row), sameLine));
      return false;
    }
    if (sameLine > 0) {
      overruled.add(new Overruled(key, sameLine, rows.line(row)));
    }
    if (place == KnownRows.NONE) {
      changes.addNew(key, rows.hash(row), rows.line(row));
    } else {
      changes.change(place, rows.hash(row), known.isRetired(place));
    }
    return true;
  }

  private void stageRetired(Staging staging) {
    var leaves = new TableLeaves(staging.pages());
    changes.settle(known, leaves);
    TableTree.build(staging.pages(), staging.retiredRoot(), List.of(leaves));
  }
}
