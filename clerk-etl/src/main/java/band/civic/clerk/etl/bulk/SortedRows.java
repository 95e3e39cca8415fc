package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.KeyRange;
import band.civic.clerk.etl.bulk.sort.Loser;
import band.civic.clerk.etl.bulk.sort.RowRuns;
import band.civic.clerk.etl.bulk.sort.RunBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The rows of a source, read and encoded once, sorted by key on the disk: what both fast ways start from.
///
/// @param tally what was read
/// @param runs the rows
/// @param ranges their keys, cut into pieces that fit in memory
/// @param fingerprints of all rows that were read
record SortedRows(Tally tally, RowRuns runs, List<KeyRange> ranges, FingerprintParts fingerprints,
    List<Loser.Outcome> outcomes) {

  /// @param runs empty ones
  static SortedRows read(Job job, TableShape table, RowRuns runs) {
    var fingerprints = new FingerprintParts(job.fingerprints());
    var tally = Scan.parallel(job,
        () -> new RunTarget(job, new RecordWriter(table), new RunBuilder(runs, job.limits().run()), fingerprints));
    job.progress().step("sorting " + job.source().name());
    return new SortedRows(tally, runs, runs.ranges(job.limits().range()), fingerprints,
        Collections.synchronizedList(new ArrayList<>()));
  }

  /// Tells what became of lines whose key came again. All ranges must have been read.
  LoadReport report(Job job, long stored) {
    var outcome = Loser.Outcome.join(outcomes);
    OverruledLines.report(job, outcome.overruled(), tally.places());
    return LoadReport.of(tally, stored, outcome, fingerprints.join(outcome));
  }
}
