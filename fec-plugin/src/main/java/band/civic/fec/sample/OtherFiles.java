package band.civic.fec.sample;

import java.io.IOException;
import java.nio.file.Path;

/// The files beside the contributions.
///
/// @param plan the release
/// @param expected what they must give is added here
record OtherFiles(ReleasePlan plan, Expected expected) {

  void write(Path directory) throws IOException {
    try (var out = new Text(directory.resolve("cm.txt"))) {
      committees(out);
    }
    try (var out = new Text(directory.resolve("cn.txt"))) {
      candidates(out);
    }
    try (var out = new Text(directory.resolve("ccl.txt"))) {
      linkages(out);
    }
    try (var pas2 = new Text(directory.resolve("itpas2.txt")); var oth = new Text(directory.resolve("itoth.txt"))) {
      var transfers = new Transfers(plan, expected);
      transfers.toCandidates(pas2, oth);
      transfers.memos(oth);
    }
    try (var out = new Text(directory.resolve("oppexp.txt"))) {
      new Spending(plan, expected).write(out);
    }
    try (var out = new Text(directory.resolve("webk.txt"))) {
      new Summaries(plan, expected).write(out);
    }
  }

  private void committees(Text out) {
    var cast = new Cast(plan);
    for (var k = 0; k < ReleasePlan.COMMITTEES; k++) {
      var dice = plan.dice(14, k);
      var own = cast.worksForCandidate(k);
      var place = Words.PLACES[dice.below(Words.HOME_PLACES)];
      var surname = k < 2 ? "CONDUIT" : dice.oneOf(Words.SURNAMES);
      out.field(Cast.committeeId(k))
          .field((k % 997 == 5 ? "\"" : "") + surname + (own ? " FOR CONGRESS " : " POLITICAL ACTION COMMITTEE ") + k)
          .field(dice.oneOf(Words.SURNAMES) + ", " + dice.oneOf(Words.FIRST_NAMES))
          .field(dice.below(9999) + " MAIN ST")
          .field(dice.below(3) > 0 ? "" : "STE 200")
          .field(place.city())
          .field(place.state())
          .add(place.zip())
          .pad(dice.below(100), 2);
      out.add('|').add(cast.designation(k)).add('|').add(cast.type(k)).add('|');
      out.field(own ? dice.below(2) == 1 ? "DEM" : "REP" : "")
          .field(cast.reportsMonthly(k) ? "M" : "Q")
          .field(own ? "" : "C")
          .field(own ? "NONE" : "SAMPLE CORP")
          .add(own ? cast.candidateId(k % ReleasePlan.CANDIDATES) : "")
          .add('\n');
      expected.add("cm", 1);
      out.flushWhenFull();
    }
  }

  private void candidates(Text out) {
    var cast = new Cast(plan);
    for (var k = 0; k < ReleasePlan.CANDIDATES; k++) {
      var dice = plan.dice(22, k);
      var id = cast.candidateId(k);
      var place = Words.PLACES[dice.below(Words.HOME_PLACES)];
      var office = id.charAt(0);
      out.field(id)
          .field(dice.oneOf(Words.SURNAMES) + ", " + dice.oneOf(Words.FIRST_NAMES))
          .field(dice.below(2) == 1 ? "DEM" : "REP")
          .field(String.valueOf(plan.cycle() + (dice.below(8) == 0 ? 2 : 0)))
          .field(office == 'P' ? "US" : place.state())
          .add(office)
          .add('|')
          .pad(office == 'H' ? dice.below(20) : 0, 2);
      out.add('|').field(new String[]{"I", "C", "O", ""}[dice.below(4)]).add("CNPF".charAt(dice.below(4)));
      out.add('|')
          .field(Cast.committeeId(2 + k * 3 % (ReleasePlan.COMMITTEES - 2)))
          .field("PO BOX " + dice.below(9999))
          .field("")
          .field(place.city())
          .field(place.state())
          .add(place.zip())
          .pad(dice.below(100), 2)
          .add('\n');
      expected.add("cn", 1);
      out.flushWhenFull();
    }
  }

  private void linkages(Text out) {
    var cast = new Cast(plan);
    var linkage = 220_000;
    for (var k = 0; k < ReleasePlan.CANDIDATES; k++) {
      for (var q = 0; q < (k % 4 == 0 ? 2 : 1); q++) {
        var committee = 2 + (k * 3 + q * 7) % (ReleasePlan.COMMITTEES - 2);
        out.field(cast.candidateId(k)).field(String.valueOf(plan.cycle())).field(String.valueOf(plan.cycle()));
        out.field(Cast.committeeId(committee)).add(cast.type(committee)).add('|').add(cast.designation(committee));
        out.add('|').add(linkage++).add('\n');
        expected.add("ccl", 1);
        out.flushWhenFull();
      }
    }
  }
}
