package band.civic.fec.sample;

/// Money between committees: `itpas2.txt` and, with every row of it and more, `itoth.txt`.
///
/// @param plan the release
/// @param expected what they must give is added here
record Transfers(ReleasePlan plan, Expected expected) {

  void toCandidates(Text pas2, Text oth) {
    var cast = new Cast(plan);
    for (var i = 0L; i < plan.rows() / 50 + 100; i++) {
      var dice = plan.dice(4, i);
      var payer = Cast.pick(dice);
      var payee = 2 + dice.below(ReleasePlan.COMMITTEES - 2);
      var share = dice.below(100);
      var type = share < 82 ? "24K" : share < 92 ? "24E" : share < 97 ? "24A" : share < 98 ? "24Z" : "24C";
      var memo = dice.happens(15_000);
      var amount = type.equals("24K") ? 500L * (1 + dice.below(10)) : 100L * (1 + dice.below(2000));
      amount = dice.happens(30_000) ? -amount : amount;
      var year = plan.cycle() - 1 + dice.below(2);
      var month = 1 + dice.below(12);
      var day = 1 + dice.below(28);
      var candidate = cast.candidateId(dice.below(ReleasePlan.CANDIDATES));
      candidate = dice.happens(3000) ? "" : candidate;
      var independent = type.equals("24E") || type.equals("24A");
      var when = "%02d%02d%04d".formatted(month, day, year);
      var place = Words.PLACES[(int) (i % Words.HOME_PLACES)];
      var head = "%s|%c|%s|P%d|%s9%09d|%s|%s|%s %s|%s|%s|%s01|||%s|%d|%s|".formatted(Cast.committeeId(payer),
          dice.below(100) < 80 ? 'N' : 'A', cast.reportsMonthly(payer) ? "M5" : "Q2", plan.cycle(),
          when.substring(4) + when.substring(0, 4), i, type, independent ? "ORG" : "CCM",
          dice.oneOf(Words.SURNAMES), independent ? "MEDIA LLC" : "FOR CONGRESS", place.city(), place.state(), place
              .zip(),
          when, amount, independent ? "" : Cast.committeeId(payee));
      var tail = "SB23.%d|%d|%s||4%s2%09d\n".formatted(i, 1_300_000 + i % 500_000, memo ? "X" : "", when, i);
      pas2.add(head).field(candidate).add(tail).flushWhenFull();
      oth.add(head).add(tail).flushWhenFull();
      expected.add("pas2", 1);
      expected.add("oth", 1);
      expected.add(memo ? "pas2_memos" : "sum_" + type, memo ? 1 : amount);
    }
  }

  void memos(Text oth) {
    for (var i = 0L; i < plan.rows() / 25; i++) {
      var dice = plan.dice(5, i);
      var committee = Cast.pick(dice);
      var amount = Contributions.smallAmount(dice);
      var place = Words.PLACES[(int) (i % Words.HOME_PLACES)];
      oth.add("%s|N|Q1|P%d|%d03319%09d|15J|IND|%s, %s|%s|%s||NOT EMPLOYED|NOT EMPLOYED|%02d%02d%d|%d||JFC.%d|%d|X|"
          .formatted(Cast.committeeId(committee), plan.cycle(), plan.cycle(), i, dice.oneOf(Words.SURNAMES),
              dice.oneOf(Words.FIRST_NAMES), place.city(), place.state(), 1 + dice.below(12), 1 + dice.below(28),
              plan.cycle() - 1, amount, i, 1_300_000 + i % 500_000));
      oth.add("JOINT FUNDRAISING MEMO|40415%04d3%09d\n".formatted(plan.cycle(), i)).flushWhenFull();
      expected.add("oth", 1);
      expected.add("sum_15J_memos", amount);
    }
  }
}
