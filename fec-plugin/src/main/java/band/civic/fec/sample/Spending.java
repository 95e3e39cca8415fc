package band.civic.fec.sample;

/// Operating expenditures, with cents: `oppexp.txt`.
///
/// @param plan the release
/// @param expected what it must give is added here
record Spending(ReleasePlan plan, Expected expected) {

  void write(Text out) {
    for (var i = 0L; i < plan.rows() / 20 + 100; i++) {
      var dice = plan.dice(6, i);
      var committee = Cast.pick(dice);
      var memo = dice.below(100) < 31;
      var cents = dice.below(dice.below(20) > 0 ? 200_000 : 20_000_000) - (dice.happens(11_000) ? 150_000L : 0);
      line(new Item(i, committee, memo, cents), dice, out);
      expected.add("oppexp", 1);
      expected.add(memo ? "oppexp_memos" : "oppexp_cents", memo ? 1 : cents);
      expected.add("oppexp_memo_cents", memo ? cents : 0);
      out.flushWhenFull();
    }
  }

  /// What an expenditure is before it is dressed up.
  private record Item(long number, int committee, boolean memo, long cents) {}

  private void line(Item item, Dice dice, Text out) {
    var i = item.number();
    var cents = item.cents();
    var year = plan.cycle() - 1 + dice.below(2);
    var month = 1 + dice.below(12);
    var day = 1 + dice.below(28);
    var house = new Cast(plan).worksForCandidate(item.committee());
    var place = Words.PLACES[(int) (i % Words.HOME_PLACES)];
    var size = Math.abs(cents);
    out.add("%s|N|%d|Q2|%04d%02d%02d9%09d|%s|%s|SB|".formatted(Cast.committeeId(item.committee()), year, year, month,
        day, i,
        house ? "17" : "21B", house ? "F3" : "F3X"))
        .field(Words.EMPLOYERS[6 + dice.below(Words.EMPLOYERS.length - 6)])
        .field(place.city())
        .field(place.state())
        .field(place.zip() + "01")
        .add("%02d/%02d/%04d|%s%d.%02d|P%d|".formatted(month, day, year, cents < 0 ? "-" : "", size / 100, size % 100,
            plan.cycle()))
        .field(dice.oneOf(Words.PURPOSES))
        .field(dice.oneOf(Words.CATEGORIES))
        .field(item.memo() ? "X" : "")
        .add("|ORG|4%02d%02d%04d4%09d|%d|SB17.%d||\n".formatted(month, day, year, i, 1_300_000 + i % 500_000, i));
  }
}
