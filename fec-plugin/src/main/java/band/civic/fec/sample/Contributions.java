package band.civic.fec.sample;

import band.civic.fec.sample.Contribution.Bad;
import band.civic.fec.sample.Contribution.Twin;
import band.civic.fec.sample.Contribution.TxType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/// Invents contributions by their index.
///
/// @param plan the release
record Contributions(ReleasePlan plan) {
  private static final long[] SMALL = {1, 3, 5, 5, 5, 10, 10, 10, 10, 15, 20, 25, 25, 25, 25, 25, 35, 50, 50, 50, 75,
      100, 100, 100, 150, 200, 250, 250, 300, 500, 500, 1000, 2500, 3300};
  private static final int[] TYPE_ENDS = {3400, 6200, 9200, 9300, 9305, 9315, 9650, 9652, 9660, 9668, 9676, 9706};
  private static final TxType[] TYPES = {TxType.T24T, TxType.T15E, TxType.T15, TxType.T10, TxType.T11, TxType.T15C,
      TxType.T22Y,
      TxType.T20Y, TxType.T30, TxType.T31, TxType.T32, TxType.T24I};
  private static final List<Bad> BAD = List.of(Bad.TOO_FEW_FIELDS, Bad.TOO_MANY_FIELDS, Bad.EMPTY_SUB_ID,
      Bad.TEXT_SUB_ID, Bad.BAD_AMOUNT, Bad.SPLIT_LINE);
  private static final int MEMOS_FROM = 9706;

  /// The contribution of the first release with that index.
  Contribution make(long index) {
    var dice = plan.dice(1, index);
    var made = new Contribution();
    made.hash = Dice.mix(plan.seed() ^ index);
    type(made, dice);
    report(made, dice);
    amount(made, dice);
    made.place = dice.happens(500) ? Words.HOME_PLACES : dice.below(Words.HOME_PLACES);
    made.load(made.loaded, 1, index);
    ids(made, dice, index);
    faults(made, dice);
    return made;
  }

  static long smallAmount(Dice dice) {
    return SMALL[dice.below(SMALL.length)];
  }

  private static void type(Contribution made, Dice dice) {
    var share = dice.below(10_000);
    made.type = TxType.T15;
    for (var i = TYPE_ENDS.length - 1; i >= 0; i--) {
      made.type = share < TYPE_ENDS[i] ? TYPES[i] : made.type;
    }
    made.memo = share >= MEMOS_FROM || (made.type == TxType.T15 && dice.happens(3000));
    if (made.type == TxType.T24T || made.type == TxType.T24I) {
      made.committee = dice.below(10) < 6 ? 0 : 1;
      made.other = Cast.pick(dice);
    } else {
      made.committee = Cast.pick(dice);
      made.other = made.type == TxType.T15E ? dice.below(10) < 6 ? 0 : 1 : -1;
    }
  }

  private void report(Contribution made, Dice dice) {
    var year = plan.cycle() - 1 + dice.below(2);
    var month = 1 + dice.below(12);
    made.day = LocalDate.of(year, month, 1 + dice.below(YearMonth.of(year, month).lengthOfMonth()));
    var monthly = new Cast(plan).reportsMonthly(made.committee);
    var end = YearMonth.of(year, monthly ? month : (month - 1) / 3 * 3 + 3);
    var hash = Dice.mix(plan.seed() ^ ((long) made.committee << 20) ^ (year * 16L + end.getMonthValue()));
    made.loaded = end.atEndOfMonth().plusDays(8 + (int) Long.remainderUnsigned(hash, 38));
    made.fileNumber = 1_300_000 + (int) ((hash >>> 8) % 600_000);
    made.report = monthly ? month - 1 : (month - 1) / 3;
    var amendment = (hash >>> 32) % 100;
    made.amendment = amendment < 75 ? 'N' : amendment < 98 ? 'A' : 'T';
    made.image = "%04d%02d%02d9%09d".formatted(made.loaded.getYear(), made.loaded.getMonthValue(), made.loaded
        .getDayOfMonth(), Long.remainderUnsigned(hash, 900_000_000));
  }

  private static void amount(Contribution made, Dice dice) {
    made.dollars = switch (made.type) {
      case T10 -> 1000L * (1 + dice.below(dice.below(50) == 0 ? 900 : 40));
      case T15C -> 100L * (1 + dice.below(300));
      case T30, T31, T32 -> 1000L * (1 + dice.below(100));
      default -> smallAmount(dice);
    };
    made.cents = dice.below(10) < 8 ? 0 : dice.below(100);
    var gift = made.type == TxType.T15 || made.type == TxType.T15E || made.type == TxType.T24T;
    if (gift && dice.happens(3000)) {
      made.dollars = -made.dollars;
    }
    if (made.type == TxType.T22Y && dice.happens(2000)) {
      made.dollars = -made.dollars;
    }
    if (dice.happens(300)) {
      made.dollars = 0;
      made.cents = 0;
    }
    made.cents = made.dollars < 0 ? -made.cents : made.cents;
  }

  private static void ids(Contribution made, Dice dice, long index) {
    var number = index % 7 == 0 ? index % 5000 : index;
    made.transactionId = dice.below(2) == 1
        ? "SA11AI." + number
        : String.format(Locale.ROOT, "VTQ%dW%c", number, (char) ('A' + index % 26));
    made.primaryOrGeneral = dice.below(10);
  }

  private void faults(Contribution made, Dice dice) {
    var faults = plan.faults();
    made.bad = dice.happens(faults.bad() * 6) ? BAD.get(dice.below(BAD.size())) : Bad.NONE;
    if (made.bad == Bad.NONE) {
      made.twin = dice.happens(faults.repeated())
          ? Twin.SAME
          : dice.happens(faults.conflicting()) ? Twin.OTHER_AMOUNT : Twin.NONE;
    }
    made.badDay = dice.happens(100);
    made.noDay = !made.badDay && dice.happens(200);
    made.latin = dice.happens(200);
    made.quote = dice.happens(500);
    made.unknownCommittee = dice.happens(20);
    made.leadingBlank = dice.happens(500);
    made.carriageReturn = faults.carriageReturns() > 0 && dice.happens(faults.carriageReturns());
  }
}
