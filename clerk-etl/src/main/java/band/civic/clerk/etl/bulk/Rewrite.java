package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.IndexCursor;
import band.civic.clerk.etl.bulk.format.IndexLeaves;
import band.civic.clerk.etl.bulk.format.PageFile;
import band.civic.clerk.etl.bulk.format.PageReader;
import band.civic.clerk.etl.bulk.format.TableCursor;
import band.civic.clerk.etl.bulk.format.TableLeaves;
import band.civic.clerk.etl.bulk.format.TableTree;
import band.civic.clerk.etl.bulk.format.ValueRange;
import band.civic.clerk.etl.bulk.sort.IndexRange;
import band.civic.clerk.etl.bulk.sort.IndexRuns;
import band.civic.clerk.etl.bulk.sort.KeyRange;
import band.civic.clerk.etl.bulk.sort.SpillFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Writes a table as it is after a change set into a fresh file: the rows of the old table and of the change set, merged
/// by key, and the entries of the old indexes without those of rows that changed or went, with those of rows that came.
/// Records are copied as they are.
final class Rewrite implements IndexBuild.Source {
  private static final int PIECES = 8; // of an index

  private final Job job;
  private final Old old;
  private final PageFile file;
  private final TableShape table;
  private final List<List<Integer>> ranges;
  private final TableLeaves[] leaves;
  private final SpillFile spill;
  private final List<IndexRuns> removed;
  private final List<IndexRuns> added;
  private final AtomicInteger nextRange = new AtomicInteger();

  /// What is read: the old table, and the change set as it was staged.
  record Old(PageReader pages, TableShape table, PageReader staged, int changedRoot, int retiredRoot) {}

  Rewrite(Job job, Old old, TableShape table, PageFile file, SpillFile spill) {
    this.job = job;
    this.old = old;
    this.table = table;
    this.file = file;
    this.spill = spill;
    this.ranges = ranges(TableCursor.leaves(old.pages, old.table.root()),
        Math.max(1, job.limits().range() / file.pageSize()));
    this.leaves = new TableLeaves[ranges.size()];
    this.removed = runs();
    this.added = runs();
  }

  void run() {
    try (var threads = Threads.open(job.limits().threads())) {
      job.progress().step("writing " + table.name() + " anew");
      threads.runAll(IntStream.range(0, job.limits().threads()).<Runnable>mapToObj(i -> this::writeRanges).toList());
      new IndexBuild(job, file, table.indexes(), this).run(threads);
    }
    try (var writer = file.newWriter()) {
      TableTree.build(writer, table.root(), List.of(leaves));
    }
  }

  private void writeRanges() {
    var merge = new RangeMerge(cursor(old.changedRoot), cursor(old.retiredRoot), new IndexRange(spill, removed),
        new IndexRange(spill, added));
    try (var writer = file.newWriter()) {
      for (var at = nextRange.getAndIncrement(); at < leaves.length; at = nextRange.getAndIncrement()) {
        job.checkCancelled().run();
        leaves[at] = new TableLeaves(writer);
        merge.run(at, new TableCursor(old.pages, ranges.get(at)), keys(at), leaves[at]);
      }
    }
  }

  private TableCursor cursor(int stagedRoot) {
    return new TableCursor(old.staged, TableCursor.leaves(old.staged, stagedRoot));
  }

  /// The keys that may be in a range: up to the first of the next.
  private KeyRange keys(int range) {
    var first = range == 0 ? Long.MIN_VALUE : firstKey(range);
    return new KeyRange(first, range + 1 == ranges.size() ? Long.MAX_VALUE : firstKey(range + 1) - 1);
  }

  private long firstKey(int range) {
    return TableCursor.firstKey(old.pages, ranges.get(range).getFirst());
  }

  @Override
  public List<ValueRange> ranges(int index) {
    var columns = table.indexes().get(index).columns().size();
    return ValueRange.split(ValueRange.samples(old.pages, rootOfOld(index), columns, PIECES * PIECES), columns, PIECES);
  }

  @Override
  public void fill(int index, ValueRange values, IndexLeaves into) {
    new EntryMerge(removed.get(index).entries(values), added.get(index).entries(values), values.columns())
        .run(new IndexCursor(old.pages, rootOfOld(index), values), into, job.checkCancelled());
  }

  private int rootOfOld(int index) {
    var name = table.indexes().get(index).name();
    return old.table.indexes()
        .stream()
        .filter(other -> other.name().equals(name))
        .mapToInt(TableIndex::root)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The old table has no index " + name));
  }

  private List<IndexRuns> runs() {
    return table.indexes()
        .stream()
        .map(index -> new IndexRuns(spill, index.columns().stream().mapToInt(Integer::intValue).toArray(),
            leaves.length))
        .toList();
  }

  private static List<List<Integer>> ranges(List<Integer> leaves, int each) {
    var ranges = new ArrayList<List<Integer>>();
    for (var from = 0; from < leaves.size(); from += each) {
      ranges.add(leaves.subList(from, Math.min(leaves.size(), from + each)));
    }
    return List.copyOf(ranges);
  }
}
