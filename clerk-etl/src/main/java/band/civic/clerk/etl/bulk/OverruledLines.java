package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Overruled;
import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.LineChunks;
import band.civic.clerk.etl.bulk.text.LinePlaces;
import band.civic.clerk.etl.bulk.text.RowView;
import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Puts lines that a later one overruled in the quarantine. They are known by their numbers only and are read again: a
/// file where they stand, another source from its start. That happens for sources that contradict themselves, and costs
/// less than keeping every line would.
final class OverruledLines {
  private final Job job;
  private final NavigableMap<Long, Overruled> wanted = new TreeMap<>();
  private final ConcurrentLinkedQueue<RejectedLine> found = new ConcurrentLinkedQueue<>();

  private OverruledLines(Job job, List<Overruled> overruled) {
    this.job = job;
    overruled.forEach(line -> wanted.put(line.line(), line));
  }

  static void report(Job job, List<Overruled> overruled, LinePlaces places) {
    if (overruled.isEmpty()) {
      return;
    }
    var lines = new OverruledLines(job, overruled);
    job.source().findFile().ifPresentOrElse(file -> lines.read(file, places), lines::readAll);
    lines.found.stream().sorted(Comparator.comparingLong(RejectedLine::line)).forEach(job.quarantine()::put);
  }

  private void read(Path file, LinePlaces places) {
    try (var channel = FileChannel.open(file)) {
      for (var line : wanted.values()) {
        found.add(rejected(line, places.read(channel, line.line())));
      }
    } catch (IOException e) {
      throw new ClerkException.BadSourceData("Cannot read " + file + " (" + e + "). Download it again.", e);
    }
  }

  private void readAll() {
    try (var chunks = LineChunks.open(job.source(), job.limits().chunk());
        var threads = Threads.open(job.limits().threads())) {
      threads.runAll(IntStream.range(0, job.limits().threads()).<Runnable>mapToObj(i -> () -> read(chunks)).toList());
    }
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
      found.add(rejected(line, row.copyLine()));
    }
  }

  private RejectedLine rejected(Overruled line, byte[] bytes) {
    return new RejectedLine(job.source().name(), line.line(), "line " + line.by() + " has the same key " + line.key()
        + " with other content and overrules it", bytes);
  }
}
