package band.civic.electionfinance.model;

import java.util.Locale;

/// Why a transaction does not count in totals. The database keeps every row, and says this of those that do not count.
public enum Reason {
  /// A later version of the filing took its place (netfile 3.5 items 1–4).
  SUPERSEDED,
  /// The period is part of another report's period, which repeats the item (3.5 item 5).
  CONTAINED_PERIOD,
  /// Exported with no date and no amount; a later export fills it in (3.5 item 11).
  STUB,
  /// A 24-hour report of something that a periodic report covers (3.5 item 6).
  LATE_REPEATED,
  /// Schedule G details payments of E or F.
  SCHEDULE_G,
  /// Schedule D sorts payments of E by whom they support.
  SCHEDULE_D,
  /// Part 2 of form 497 mirrors the recipient's part 1.
  F497P2_MIRROR,
  /// Form 465 repeats schedule D.
  F465P3_REPEATED,
  /// The filer marked it as a memo: information only.
  MEMO,
  /// Kept, but of a form or schedule that adds to no total (3.3: B2, H, 401, 450, 498).
  NOT_TOTALLED,
  /// The same item stands in a report filed later.
  DUPLICATE,
  /// There is no amount that can be read.
  NO_AMOUNT;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// As the database has it, `late_repeated`.
  public String label() {
    return label;
  }
}
