package band.civic.fec.sample;

/// What release to invent. The same plan gives the same bytes.
///
/// @param rows contributions of the first release
/// @param seed of all that is random
/// @param cycle the two-year cycle
/// @param release 1, or 2 for the next month's: of the first's rows 0.3 % are gone, 1 % superseded by an amendment, 0.2 %
///   edited in place, and 5 % new ones are added
/// @param faults how often lines are faulty
public record ReleasePlan(long rows, long seed, int cycle, int release, Faults faults) {
  /// Committees and candidates of every release.
  static final int COMMITTEES = 18_000;
  static final int CANDIDATES = 6_500;

  /// How often lines are faulty.
  ///
  /// @param bad of each of six kinds, per million lines
  /// @param repeated lines that stand there twice, per million
  /// @param conflicting lines that stand there twice with another amount, per million
  /// @param carriageReturns lines that end in CR LF, per million
  /// @param lastLineEnds whether the last line of the contributions ends in a line feed
  public record Faults(int bad, int repeated, int conflicting, int carriageReturns, boolean lastLineEnds) {

    /// As rare as the releases suggest.
    public static final Faults USUAL = new Faults(100, 500, 50, 0, true);

    /// So many times the usual rate.
    public Faults times(int factor) {
      return new Faults(bad * factor, repeated, conflicting, carriageReturns, lastLineEnds);
    }
  }

  /// A first release with the usual faults.
  public static ReleasePlan of(long rows, long seed, int cycle) {
    return new ReleasePlan(rows, seed, cycle, 1, Faults.USUAL);
  }

  public ReleasePlan withRelease(int number) {
    return new ReleasePlan(rows, seed, cycle, number, faults);
  }

  public ReleasePlan withFaults(Faults other) {
    return new ReleasePlan(rows, seed, cycle, release, other);
  }

  /// Indexes of contributions in this release run from 0 to here.
  long indexes() {
    return release == 2 ? rows + rows / 20 : rows;
  }

  Dice dice(int stream, long index) {
    return Dice.of(seed, stream, index);
  }
}
