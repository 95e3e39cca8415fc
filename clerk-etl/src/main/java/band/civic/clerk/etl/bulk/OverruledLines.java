package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Overruled;
import band.civic.clerk.etl.bulk.text.LineChunks;
import band.civic.clerk.etl.bulk.text.RowView;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// Puts lines that a later one overruled in the quarantine. They are known by their numbers only, so the source is read
/// once more; that happens for sources that contradict themselves, and costs less than keeping every line would.
final class OverruledLines {
  private final Job job;
  private final Iterator<Overruled> wanted;
  private Overruled next;

  private OverruledLines(Job job, Iterator<Overruled> wanted) {
    this.job = job;
    this.wanted = wanted;
    this.next = wanted.next();
  }

  static void report(Job job, List<Overruled> overruled) {
    if (!overruled.isEmpty()) {
      new OverruledLines(job, overruled.stream().sorted(Comparator.comparingLong(Overruled::line)).iterator()).read();
    }
  }

  private void read() {
    try (var chunks = LineChunks.open(job.source(), job.limits().chunk())) {
      var chunk = chunks.newChunk();
      var row = new RowView(job.shape());
      var more = true;
      while (more && chunks.next(chunk)) {
        if (next.line() < chunk.firstLine() + chunk.lines()) {
          row.enter(chunk);
          more = readLines(row);
        }
      }
    }
  }

  /// False when the last wanted line was found.
  private boolean readLines(RowView row) {
    while (row.advance()) {
      if (row.line() == next.line()) {
        job.quarantine().put(rejected(row));
        if (!wanted.hasNext()) {
          return false;
        }
        next = wanted.next();
      }
    }
    return true;
  }

  private RejectedLine rejected(RowView row) {
    return new RejectedLine(job.source().name(), row.line(), "line " + next.by() + " has the same key " + next.key()
        + " with other content and overrules it", row.copyLine());
  }
}
