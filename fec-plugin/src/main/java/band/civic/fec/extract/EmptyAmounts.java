package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.fec.bulkfile.FileKind;
import java.util.List;
import java.util.Locale;

/// What a transaction without an amount is.
enum EmptyAmounts {
  /// A row without one.
  KEEP,
  /// Damage: it goes to quarantine.
  REJECT,
  /// The file tells: where other amounts are garbled, an empty one is damage too; else it is what the FEC published.
  JUDGE;

  /// Why a line is put aside whose amount is empty, or is something else.
  static String fault(FileKind kind, int field, String text) {
    var column = kind.columns().get(field).toUpperCase(Locale.ROOT);
    return text.isEmpty() ? "empty " + column : column + " is \"" + text + "\"";
  }

  /// Whether lines were put aside for an empty amount, though no amount of the file is garbled.
  boolean areNoDamage(FileKind kind, List<RejectedLine> rejected) {
    var field = kind.amountColumn().map(kind::indexOf).orElse(-1);
    if (this != JUDGE || field < 0) {
      return false;
    }
    var empty = fault(kind, field, "");
    var garbled = kind.columns().get(field).toUpperCase(Locale.ROOT) + " is ";
    return rejected.stream().anyMatch(line -> line.reason().equals(empty))
        && rejected.stream().noneMatch(line -> line.reason().startsWith(garbled));
  }
}
