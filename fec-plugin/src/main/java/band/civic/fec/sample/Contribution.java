package band.civic.fec.sample;

import java.time.LocalDate;

/// One contribution as it is invented, before it is written with its faults.
final class Contribution {
  int committee;
  int other = -1;
  int fileNumber;
  char amendment;
  TxType type = TxType.T15;
  boolean memo;
  int place;
  Bad bad = Bad.NONE;
  Twin twin = Twin.NONE;
  long dollars;
  long cents;
  long subId;
  LocalDate day = LocalDate.EPOCH;
  LocalDate loaded = LocalDate.EPOCH;
  String transactionId = "";
  String image = "";
  boolean badDay;
  boolean noDay;
  boolean latin;
  boolean quote;
  boolean unknownCommittee;
  boolean leadingBlank;
  boolean carriageReturn;
  int primaryOrGeneral;
  int report;
  long hash;
  boolean edited;

  /// Transaction types, in the order of the mix.
  enum TxType {
    T15, T15E, T24T, T24I, T10, T11, T15C, T22Y, T20Y, T30, T31, T32;

    String code() {
      return name().substring(1);
    }
  }

  /// What is wrong with a line that belongs into quarantine.
  enum Bad {
    NONE, TOO_FEW_FIELDS, TOO_MANY_FIELDS, EMPTY_SUB_ID, TEXT_SUB_ID, BAD_AMOUNT, SPLIT_LINE
  }

  /// Whether the line comes a second time.
  enum Twin {
    NONE, SAME, OTHER_AMOUNT
  }

  /// What itemises as money of an individual.
  boolean isIndividual() {
    return (type == TxType.T15 || type == TxType.T15E || type == TxType.T11) && !memo;
  }

  /// The amount that the last line of this row says.
  long lastDollars() {
    return twin == Twin.OTHER_AMOUNT ? dollars + (dollars < 0 ? -1 : 1) : dollars;
  }

  void load(LocalDate when, long series, long index) {
    loaded = when;
    var day = when.getMonthValue() * 1_000_000L + when.getDayOfMonth() * 10_000L + when.getYear();
    subId = 4_000_000_000_000_000_000L + day * 10_000_000_000L + series * 1_000_000_000L + index;
  }
}
