package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.RunBuilder;
import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.RowView;
import java.util.concurrent.atomic.LongAdder;

/// Compares the lines of one thread with the release before, and encodes those that are new or changed.
final class CompareTarget implements RowTarget {
  private final Job job;
  private final KnownRows known;
  private final RecordWriter writer;
  private final RunBuilder candidates;
  private final LongAdder repeated;
  private int guess;
  private long same;

  CompareTarget(Job job, KnownRows known, RecordWriter writer, RunBuilder candidates, LongAdder repeated) {
    this.job = job;
    this.known = known;
    this.writer = writer;
    this.candidates = candidates;
    this.repeated = repeated;
  }

  @Override
  public void begin(Chunk chunk) {}

  @Override
  public String put(RowView row) {
    var key = job.mapper().key(row);
    var place = known.find(key, guess);
    guess = place == KnownRows.NONE ? guess : place + 1;
    if (place != KnownRows.NONE && known.isSame(place, row.hash())) {
      if (!known.see(place, row.line())) {
        same++;
      }
      return "";
    }
    return put(row, place);
  }

  @Override
  public void end(Chunk chunk) {}

  @Override
  public void finish() {
    candidates.flush();
    repeated.add(same);
  }

  private String put(RowView row, int place) {
    writer.begin();
    var key = Mapping.map(job, row, writer);
    if (writer.fault().isEmpty()) {
      candidates.add(key, writer.end(), row.line(), row.hash());
    } else if (place != KnownRows.NONE) {
      known.keep(place);
    }
    return writer.fault();
  }
}
