package band.civic.fec.sample;

/// The committees' own totals, `webk.txt`: the items with the cents they really had, and money that nobody itemised. A
/// few are wrong on purpose.
///
/// @param plan the release
/// @param expected what the items add up to
record Summaries(ReleasePlan plan, Expected expected) {

  void write(Text out) {
    var cast = new Cast(plan);
    var committees = expected.committees();
    for (var k = 0; k < ReleasePlan.COMMITTEES; k++) {
      if (!cast.worksForCandidate(k)) {
        line(cast, k, committees.getOrDefault(Cast.committeeId(k), Expected.ForCommittee.NONE), out);
        expected.add("webk", 1);
        out.flushWhenFull();
      }
    }
  }

  private void line(Cast cast, int k, Expected.ForCommittee items, Text out) {
    var dice = plan.dice(15, k);
    var cents = items.individualCents() + dice.below(5_000_000);
    if (items.individuals() > 3 && dice.happens(4000)) {
      cents = items.individualDollars() * 100 - items.individuals() * 100 - 100_000;
      expected.add("webk_wrong", 1);
    }
    out.field(Cast.committeeId(k)).field("COMMITTEE " + k).add(cast.type(k)).add('|').add(cast.designation(k));
    out.add('|').field(cast.reportsMonthly(k) ? "M" : "Q");
    if (items.rows() == 0 && k % 3 != 0) {
      out.add("|".repeat(21)).add('\n');
      return;
    }
    var amount = "%s%d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    out.field(amount).field("0").field(amount).add("0|".repeat(6)).field(String.valueOf(items.refundDollars()));
    out.add("0|".repeat(11)).add("12/31/%d\n".formatted(plan.cycle()));
  }
}
