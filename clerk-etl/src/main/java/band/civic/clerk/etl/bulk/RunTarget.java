package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.RunBuilder;
import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.RowView;

/// Encodes the rows of one thread and collects them in sorted runs.
final class RunTarget implements RowTarget {
  private final Job job;
  private final RecordWriter writer;
  private final RunBuilder runs;
  private final FingerprintParts fingerprints;
  private FingerprintParts.Part part;

  RunTarget(Job job, RecordWriter writer, RunBuilder runs, FingerprintParts fingerprints) {
    this.job = job;
    this.writer = writer;
    this.runs = runs;
    this.fingerprints = fingerprints;
    this.part = fingerprints.newPart(0);
  }

  @Override
  public void begin(Chunk chunk) {
    part = fingerprints.newPart(chunk.lines());
  }

  @Override
  public String put(RowView row) {
    writer.begin();
    var key = Mapping.map(job, row, writer);
    if (writer.fault().isEmpty()) {
      runs.add(key, writer.end(), row.line(), row.hash());
      part.add(key, row.hash());
    }
    return writer.fault();
  }

  @Override
  public void end(Chunk chunk) {
    fingerprints.put(chunk.index(), part);
  }

  @Override
  public void finish() {
    runs.flush();
  }
}
