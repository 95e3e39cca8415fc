package band.civic.fec.sample;

/// The committees and candidates of a release. The first two committees are conduits.
///
/// @param plan the release
record Cast(ReleasePlan plan) {
  private static final String TYPES = "HHHHSSPQQQQNNNNOOXYVWU";

  /// Ids of the sample begin with C97, which no real committee's does.
  static String committeeId(int committee) {
    return "C97%06d".formatted(committee);
  }

  char type(int committee) {
    return committee < 2 ? 'V' : TYPES.charAt(plan.dice(11, committee).below(TYPES.length()));
  }

  char designation(int committee) {
    var dice = plan.dice(12, committee);
    if (worksForCandidate(committee)) {
      return dice.below(10) < 7 ? 'P' : dice.below(2) == 1 ? 'A' : 'J';
    }
    return committee < 2 ? 'U' : "UUUBDJ".charAt(dice.below(6));
  }

  boolean worksForCandidate(int committee) {
    return "HSP".indexOf(type(committee)) >= 0;
  }

  boolean reportsMonthly(int committee) {
    var dice = plan.dice(13, committee);
    return committee < 2 || "PY".indexOf(type(committee)) >= 0 || dice.below(10) < 4;
  }

  String candidateId(int candidate) {
    var dice = plan.dice(21, candidate);
    var office = "HHHHHHHSSP".charAt(dice.below(10));
    var state = Words.PLACES[dice.below(Words.HOME_PLACES)].state();
    return office == 'P'
        ? "P%08d".formatted(60_000_000 + candidate)
        : "%c%d%s%05d".formatted(office, dice.below(10), state, candidate + 1);
  }

  /// A committee that is no conduit; a few are picked often, most rarely.
  static int pick(Dice dice) {
    var share = (dice.next() >>> 40) / 16_777_216.0;
    var committees = ReleasePlan.COMMITTEES;
    return Math.min(2 + (int) (share * share * share * (committees - 2)), committees - 1);
  }
}
