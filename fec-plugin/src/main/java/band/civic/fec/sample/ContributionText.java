package band.civic.fec.sample;

import band.civic.fec.sample.Contribution.Bad;
import band.civic.fec.sample.Contribution.TxType;
import java.time.LocalDate;

/// Writes contributions as lines of `itcont.txt`, faults included.
///
/// @param plan the release
record ContributionText(ReleasePlan plan) {
  private static final String[] MONTHLY = "M2,M3,M4,M5,M6,M7,M8,M9,M10,M11,M12,YE".split(",");
  private static final String[] QUARTERLY = "Q1,Q2,Q3,YE".split(",");
  private static final String[] NO_DAYS = "02302023,13012024,00000000,3312024,11012202,1231,ABCDEFGH".split(",");
  private static final String[] NO_AMOUNTS = "1,250;;ABC;12.5.0;$100".split(";");
  private static final int LATIN_E_ACUTE = 0xC9;

  /// Writes one line, or two where a line feed stands in the middle.
  void write(Contribution row, long dollars, Text out) {
    var dice = new Dice(row.hash);
    head(row, out);
    person(row, dice, out);
    money(row, dollars, out);
    tail(row, out);
  }

  private void head(Contribution row, Text out) {
    var id = row.unknownCommittee
        ? "C99%06d".formatted(Long.remainderUnsigned(row.hash, 1_000_000))
        : Cast.committeeId(row.committee);
    var monthly = new Cast(plan).reportsMonthly(row.committee);
    out.field(id).add(row.amendment).add('|').field(monthly ? MONTHLY[row.report] : QUARTERLY[row.report]);
    if (row.primaryOrGeneral < 7) {
      out.add(row.primaryOrGeneral < 5 ? 'P' : 'G');
      out.add(plan.cycle() >= 2022 ? String.valueOf(plan.cycle()) : "");
    }
    var entity = row.type == TxType.T15C
        ? "CAN"
        : row.type == TxType.T10 && Long.remainderUnsigned(row.hash, 3) == 0 ? "ORG" : "IND";
    out.add('|').field(row.image).field(row.type.code()).field(entity);
  }

  private static void person(Contribution row, Dice dice, Text out) {
    out.add(row.leadingBlank ? " " : "").add(dice.oneOf(Words.SURNAMES));
    if (row.latin) {
      out.add((char) LATIN_E_ACUTE);
    }
    out.add(row.quote ? ", \"" : ", ").add(dice.oneOf(Words.FIRST_NAMES));
    if (dice.below(3) == 0) {
      out.add(' ').add((char) ('A' + dice.below(26)));
    }
    out.add(dice.below(20) < 14 ? "" : dice.oneOf(Words.SUFFIXES)).add(row.bad == Bad.SPLIT_LINE ? "\n|" : "|");
    var place = Words.PLACES[row.place];
    out.field(place.city()).field(place.state());
    zip(place, dice, out);
    var employer = dice.below(Words.EMPLOYERS.length * 2);
    out.field(Words.EMPLOYERS[employer < Words.EMPLOYERS.length ? employer : employer % 3])
        .field(dice.oneOf(Words.OCCUPATIONS));
  }

  private static void zip(Words.Place place, Dice dice, Text out) {
    if (place.zip().isEmpty()) {
      out.field("SW1A1AA");
      return;
    }
    out.add(place.zip()).pad(dice.below(100), 2);
    if (dice.below(4) > 0) {
      out.pad(dice.below(10_000), 4);
    }
    out.add('|');
  }

  private static void money(Contribution row, long dollars, Text out) {
    if (row.badDay) {
      out.add(NO_DAYS[(int) Long.remainderUnsigned(row.hash, NO_DAYS.length)]);
    } else if (!row.noDay) {
      day(row.day, out);
    }
    out.add('|');
    if (row.bad == Bad.BAD_AMOUNT) {
      out.field(NO_AMOUNTS[(int) Long.remainderUnsigned(row.hash, NO_AMOUNTS.length)]);
    } else {
      out.add(dollars).add('|');
    }
  }

  private static void day(LocalDate day, Text out) {
    out.pad(day.getMonthValue(), 2).pad(day.getDayOfMonth(), 2).pad(day.getYear(), 4);
  }

  private static void tail(Contribution row, Text out) {
    var other = row.other < 0 ? "" : Cast.committeeId(row.other);
    out.field(other).field(row.transactionId).add(row.fileNumber).add('|').field(row.memo ? "X" : "");
    out.add(row.edited ? "CORRECTED " : "");
    if (row.type == TxType.T15E) {
      out.add("* EARMARKED CONTRIBUTION: SEE BELOW");
    } else if (row.type == TxType.T24T) {
      out.add("EARMARKED FOR COMMITTEE (").add(other).add(')');
    }
    out.add(row.bad == Bad.TOO_MANY_FIELDS ? "NOTE|SEE ATTACHED" : "");
    if (row.bad != Bad.TOO_FEW_FIELDS) {
      out.add('|');
      switch (row.bad) {
        case TEXT_SUB_ID -> out.add("N/A");
        case EMPTY_SUB_ID -> {
        }
        default -> out.add(row.subId);
      }
    }
    out.add(row.carriageReturn ? "\r\n" : "\n");
  }
}
