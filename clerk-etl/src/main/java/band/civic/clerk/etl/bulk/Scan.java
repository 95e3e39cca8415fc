package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.LineChunks;
import band.civic.clerk.etl.bulk.text.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Reads a source once, chunk by chunk, on as many threads as there are targets.
final class Scan {
  private final Job job;
  private final Tally tally;
  private final AtomicBoolean failed = new AtomicBoolean();

  private Scan(Job job) {
    this.job = job;
    this.tally = new Tally(job);
  }

  /// Reads on the calling thread.
  static Tally here(Job job, RowTarget target) {
    var scan = new Scan(job);
    try (var chunks = LineChunks.open(job.source(), job.limits().chunk())) {
      scan.read(chunks, target);
      return scan.tally.withPlaces(chunks.places());
    }
  }

  /// Reads on the job's number of threads; each asks for a target of its own.
  static Tally parallel(Job job, Supplier<RowTarget> targets) {
    var scan = new Scan(job);
    try (var chunks = LineChunks.open(job.source(), job.limits().chunk());
        var threads = Threads.open(job.limits().threads())) {
      var work = new ArrayList<Runnable>();
      for (var i = 0; i < job.limits().threads(); i++) {
        var target = targets.get();
        work.add(() -> scan.read(chunks, target));
      }
      threads.runAll(work);
      return scan.tally.withPlaces(chunks.places());
    }
  }

  private void read(LineChunks chunks, RowTarget target) {
    var whole = false;
    try {
      var chunk = chunks.newChunk();
      var row = new RowView(job.shape());
      while (!failed.get() && chunks.next(chunk)) {
        target.begin(chunk);
        row.enter(chunk);
        var rejects = new ArrayList<RejectedLine>();
        var blank = readLines(row, target, rejects);
        target.end(chunk);
        tally.done(chunk, blank, rejects);
      }
      target.finish();
      whole = true;
    } finally {
      if (!whole) {
        failed.set(true);
      }
    }
  }

  private int readLines(RowView row, RowTarget target, List<RejectedLine> rejects) {
    var blank = 0;
    while (row.advance()) {
      if (row.isBlank()) {
        blank++;
        continue;
      }
      var fault = target.put(row);
      if (!fault.isEmpty()) {
        rejects.add(new RejectedLine(job.source().name(), row.line(), fault, row.copyLine()));
      }
    }
    return blank;
  }
}
