package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.LinePlaces;
import band.civic.clerk.spi.ClerkException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Counts what was read and hands rejected lines on in the order of the source, although chunks are done in any order.
final class Tally {
  private final Job job;
  private final Pace pace;
  private final Map<Integer, Done> waiting = new HashMap<>();
  private Optional<RejectedLine> first = Optional.empty();
  private Optional<LinePlaces> places = Optional.empty();
  private int next;
  private long lines;
  private long blank;
  private long rejected;

  private record Done(int lines, int bytes, int blank, List<RejectedLine> rejects) {}

  Tally(Job job) {
    this.job = job;
    this.pace = new Pace(job.source(), job.progress());
  }

  /// Takes the outcome of a chunk.
  ///
  /// @throws ClerkException.BadSourceData when there are more faults than the limit allows
  synchronized void done(Chunk chunk, int blankLines, List<RejectedLine> rejects) {
    job.checkCancelled().run();
    waiting.put(chunk.index(), new Done(chunk.lines(), chunk.length(), blankLines, rejects));
    for (var done = waiting.remove(next); done != null; done = waiting.remove(++next)) {
      add(done);
    }
  }

  /// Takes over where the lines stand, when all are read.
  Tally withPlaces(LinePlaces linePlaces) {
    places = Optional.of(linePlaces);
    return this;
  }

  LinePlaces places() {
    return places.orElseThrow();
  }

  synchronized long lines() {
    return lines;
  }

  synchronized long blank() {
    return blank;
  }

  synchronized long rejected() {
    return rejected;
  }

  private void add(Done done) {
    lines += done.lines;
    blank += done.blank;
    rejected += done.rejects.size();
    if (first.isEmpty()) {
      first = done.rejects.stream().findFirst();
    }
    done.rejects.forEach(job.quarantine()::put);
    pace.advance(done.lines, done.bytes);
    if (job.faultLimit().isExceededBy(rejected, lines)) {
      throw new ClerkException.BadSourceData(String.format(Locale.ROOT,
          "%s: %,d of the first %,d lines are faulty, more than the limit of %s %% and %d. The first is %s. Nothing of "
              + "the file was taken over. Look at the file, or raise the limit if it is right.",
          job.source().name(), rejected, lines, percent(), job.faultLimit().grace(),
          first.map(RejectedLine::toString).orElse("")));
    }
  }

  private String percent() {
    return String.format(Locale.ROOT, "%.4g", job.faultLimit().rate() * 100);
  }
}
