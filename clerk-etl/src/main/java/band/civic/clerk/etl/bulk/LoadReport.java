package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Loser;

/// What became of the lines of a source: `lines = blank + rejected + stored + repeated + overruled`.
///
/// @param lines all lines
/// @param blank lines without a byte, left out
/// @param rejected lines in the quarantine for their form or values
/// @param stored rows in the table
/// @param repeated lines whose key and content another line has as well
/// @param overruled lines whose key a later line has with other content; they are in the quarantine too
/// @param sum of the column that was to be added up, over the stored rows; 0 when none was
/// @param fingerprints of the stored rows, when they were asked for
public record LoadReport(long lines, long blank, long rejected, long stored, long repeated, long overruled,
    long sum, Fingerprints fingerprints) {

  static LoadReport of(Tally tally, long stored, Loser.Outcome outcome, Fingerprints fingerprints) {
    return new LoadReport(tally.lines(), tally.blank(), tally.rejected(), stored, outcome.repeated().size(),
        outcome.overruled().size(), 0, fingerprints);
  }

  LoadReport withSum(long total) {
    return new LoadReport(lines, blank, rejected, stored, repeated, overruled, total, fingerprints);
  }

  @Override
  public String toString() {
    return lines + " lines: " + stored + " stored, " + rejected + " rejected, " + repeated + " repeated, " + overruled
        + " overruled, " + blank + " blank";
  }
}
