package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.IndexLeaves;
import band.civic.clerk.etl.bulk.format.PageFile;
import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.format.TableTree;
import band.civic.clerk.etl.bulk.format.ValueRange;
import band.civic.clerk.etl.bulk.sort.IndexRange;
import band.civic.clerk.etl.bulk.sort.IndexRuns;
import band.civic.clerk.etl.bulk.sort.RangeQueue;
import band.civic.clerk.etl.bulk.sort.RangeRows;
import band.civic.clerk.etl.bulk.sort.RowRuns;
import band.civic.clerk.etl.bulk.sort.SpillFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Writes the b-trees of an empty table and its indexes into its file: leaves of the table by range of keys, on all
/// threads; the pages above them; then each index from its sorted entries.
final class DirectWay implements IndexBuild.Source {
  private static final int CHECK = 100_000; // entries between two looks for a cancellation

  private final Job job;
  private final TableShape table;
  private final PageFile file;
  private final SortedRows rows;
  private final SpillFile spill;
  private final TableLeaves[] leaves;
  private final List<TableIndex> indexes;
  private final List<IndexRuns> entries;
  private final RangeQueue queue;
  private final AtomicLong stored = new AtomicLong();
  private final ColumnSum sum;

  private DirectWay(Job job, TableShape table, PageFile file, SortedRows rows, SpillFile spill) {
    this.job = job;
    this.table = table;
    this.file = file;
    this.rows = rows;
    this.spill = spill;
    this.leaves = new TableLeaves[rows.ranges().size()];
    this.indexes = table.indexes();
    this.queue = new RangeQueue(rows.runs(), rows.ranges());
    this.sum = ColumnSum.of(job, table);
    this.entries = indexes.stream().map(index -> new IndexRuns(spill, places(index), leaves.length)).toList();
  }

  /// @param table all of whose indexes are plain
  static LoadReport write(Job job, TableShape table, Path database) throws IOException {
    var directory = database.toAbsolutePath().resolveSibling("");
    try (var runs = new RowRuns(directory);
        var spill = SpillFile.open(directory);
        var file = PageFile.open(database)) {
      var rows = SortedRows.read(job, table, runs);
      var way = new DirectWay(job, table, file, rows, spill);
      way.writeTrees();
      file.finish();
      return rows.report(job, way.stored.get()).withSum(way.sum.total());
    }
  }

  private void writeTrees() {
    try (var threads = Threads.open(job.limits().threads())) {
      var work = new ArrayList<Runnable>();
      for (var i = 0; i < job.limits().threads(); i++) {
        work.add(this::writeRanges);
      }
      threads.runAll(work);
      job.progress().step("writing the indexes of " + table.name());
      new IndexBuild(job, file, indexes, this).run(threads);
    }
    try (var writer = file.newWriter()) {
      TableTree.build(writer, table.root(), List.of(leaves));
    }
  }

  private void writeRanges() {
    var range = new RangeRows(rows.runs());
    var indexed = new IndexRange(spill, entries);
    var part = sum.newPart();
    try (var writer = file.newWriter()) {
      for (var next = queue.next(); next.isPresent(); next = queue.next()) {
        var at = next.getAsInt();
        job.checkCancelled().run();
        range.read(rows.ranges().get(at));
        queue.read(at);
        rows.outcomes().add(range.outcome());
        leaves[at] = new TableLeaves(writer);
        indexed.clear();
        for (var row = 0; row < range.size(); row++) {
          leaves[at].add(range.key(row), range.bytes(), range.cell(row), range.cellLength(row));
          indexed.add(range.key(row), range.bytes(), range.cell(row));
          part.add(range.bytes(), range.cell(row));
        }
        leaves[at].finish();
        stored.addAndGet(range.size());
        indexed.write(at);
      }
      part.finish();
    }
  }

  @Override
  public List<ValueRange> ranges(int index) {
    return entries.get(index).ranges(job.limits().range());
  }

  @Override
  public void fill(int index, ValueRange values, IndexLeaves into) {
    var all = entries.get(index).entries(values);
    for (var count = 0; all.next(); count++) {
      if (count % CHECK == 0) {
        job.checkCancelled().run();
      }
      into.add(all.record(), 0, all.length());
    }
  }

  private static int[] places(TableIndex index) {
    return index.columns().stream().mapToInt(Integer::intValue).toArray();
  }
}
