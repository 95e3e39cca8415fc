package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.LineChunks;
import band.civic.clerk.etl.bulk.text.RowView;
import java.util.Comparator;
import java.util.List;

/// A line whose key a later line has with other content.
record Overruled(long key, long line, long by) {

  /// Puts these lines in the quarantine. They are known by their numbers only, so the source is read once more; that
  /// happens for sources that contradict themselves, and costs less than keeping every line would.
  static void report(Job job, List<Overruled> overruled) {
    if (overruled.isEmpty()) {
      return;
    }
    var wanted = overruled.stream().sorted(Comparator.comparingLong(Overruled::line)).iterator();
    try (var chunks = LineChunks.open(job.source(), job.chunk())) {
      var chunk = chunks.newChunk();
      var row = new RowView(job.shape());
      for (var next = wanted.next(); chunks.next(chunk);) {
        if (next.line >= chunk.firstLine() + chunk.lines()) {
          continue;
        }
        row.enter(chunk);
        while (row.advance()) {
          if (row.line() == next.line) {
            job.quarantine().put(next.rejected(job, row));
            if (!wanted.hasNext()) {
              return;
            }
            next = wanted.next();
          }
        }
      }
    }
  }

  private RejectedLine rejected(Job job, RowView row) {
    return new RejectedLine(job.source().name(), line, "line " + by + " has the same key " + key
        + " with other content and overrules it", row.copyLine());
  }
}
