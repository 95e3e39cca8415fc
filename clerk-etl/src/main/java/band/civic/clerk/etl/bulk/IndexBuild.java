package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.format.IndexLeaves;
import band.civic.clerk.etl.bulk.format.IndexTree;
import band.civic.clerk.etl.bulk.format.PageFile;
import band.civic.clerk.etl.bulk.format.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Writes all indexes of a table: their leaves by ranges of values, on all threads, then the pages above.
final class IndexBuild {
  private final Job job;
  private final PageFile file;
  private final List<TableIndex> indexes;
  private final Source source;
  private final List<Piece> pieces = new ArrayList<>();
  private final IndexLeaves[] leaves;
  private final AtomicInteger next = new AtomicInteger();

  private record Piece(int index, ValueRange values) {}

  /// Where entries come from. For several threads.
  interface Source {

    /// All values of an index, cut into ranges that take about the same time.
    List<ValueRange> ranges(int index);

    /// Adds the entries of one of these ranges.
    void fill(int index, ValueRange values, IndexLeaves leaves);
  }

  IndexBuild(Job job, PageFile file, List<TableIndex> indexes, Source source) {
    this.job = job;
    this.file = file;
    this.indexes = indexes;
    this.source = source;
    for (var i = 0; i < indexes.size(); i++) {
      for (var values : source.ranges(i)) {
        pieces.add(new Piece(i, values));
      }
    }
    this.leaves = new IndexLeaves[pieces.size()];
  }

  void run(Threads threads) {
    threads.runAll(IntStream.range(0, job.limits().threads()).<Runnable>mapToObj(i -> this::writeLeaves).toList());
    try (var writer = file.newWriter()) {
      for (var i = 0; i < indexes.size(); i++) {
        IndexTree.build(writer, indexes.get(i).root(), leavesOf(i));
      }
    }
  }

  private void writeLeaves() {
    try (var writer = file.newWriter()) {
      for (var at = next.getAndIncrement(); at < leaves.length; at = next.getAndIncrement()) {
        job.checkCancelled().run();
        leaves[at] = new IndexLeaves(writer);
        source.fill(pieces.get(at).index, pieces.get(at).values, leaves[at]);
      }
    }
  }

  private List<IndexLeaves> leavesOf(int index) {
    return Arrays.asList(leaves).subList(first(index), first(index + 1));
  }

  private int first(int index) {
    return (int) pieces.stream().filter(piece -> piece.index < index).count();
  }
}
