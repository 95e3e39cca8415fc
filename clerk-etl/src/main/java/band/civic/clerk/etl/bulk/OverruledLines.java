package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Overruled;
import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.LineChunks;
import band.civic.clerk.etl.bulk.text.RowView;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Puts lines that a later one overruled in the quarantine. They are known by their numbers only, so the source is read
/// once more; that happens for sources that contradict themselves, and costs less than keeping every line would.
final class OverruledLines {
  private final Job job;
  private final NavigableMap<Long, Overruled> wanted = new TreeMap<>();
  private final ConcurrentLinkedQueue<RejectedLine> found = new ConcurrentLinkedQueue<>();

  private OverruledLines(Job job, List<Overruled> overruled) {
    this.job = job;
    overruled.forEach(line -> wanted.put(line.line(), line));
  }

  static void report(Job job, List<Overruled> overruled) {
    if (!overruled.isEmpty()) {
      new OverruledLines(job, overruled).read();
    }
  }

  private void read() {
    try (var chunks = LineChunks.open(job.source(), job.limits().chunk());
        var threads = Threads.open(job.limits().threads())) {
      threads.runAll(IntStream.range(0, job.limits().threads()).<Runnable>mapToObj(i -> () -> read(chunks)).toList());
    }
    found.stream().sorted(Comparator.comparingLong(RejectedLine::line)).forEach(job.quarantine()::put);
  }

  private void read(LineChunks chunks) {
    var chunk = chunks.newChunk();
    var row = new RowView(job.shape());
    while (chunks.next(chunk)) {
      readLines(row, chunk, wanted.subMap(chunk.firstLine(), true, chunk.firstLine() + chunk.lines(), false));
    }
  }

  private void readLines(RowView row, Chunk chunk, NavigableMap<Long, Overruled> here) {
    row.enter(chunk);
    for (var line : here.values()) {
      while (row.line() < line.line() && row.advance()) {
        // to the line that is wanted
      }
      found.add(new RejectedLine(job.source().name(), line.line(), "line " + line.by() + " has the same key "
          + line.key() + " with other content and overrules it", row.copyLine()));
    }
  }
}
