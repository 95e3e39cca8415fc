package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Blank;
import band.civic.electionfinance.model.Cents;
import band.civic.electionfinance.model.Days;
import band.civic.electionfinance.model.FreeText;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row's cells as values; gathers what is wrong with them.
final class Cells {
  private final Columns columns;
  private final WireRow row;
  private List<Flaw> flaws = List.of();

  Cells(Columns columns, WireRow row) {
    this.columns = columns;
    this.row = row;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  void flaw(IssueCode code, String detail) {
    var flaw = new Flaw(code, detail);
    if (flaws.isEmpty()) {
      flaws = new ArrayList<>(2);
    }
    if (!flaws.contains(flaw)) {
      flaws.add(flaw);
    }
  }

  String text(Column column) {
    return columns.text(row, column);
  }

  /// Codes are in capitals whatever was typed.
  String code(Column column) {
    return free(column).toUpperCase(Locale.ROOT);
  }

  /// What a filer typed, without e-mail addresses and telephone numbers.
  String free(Column column) {
    var text = text(column);
    return told(column, text, FreeText.mask(text));
  }

  /// The same for what should be an id.
  String id(Column column) {
    var text = text(column);
    return told(column, text, FreeText.maskId(text));
  }

  private String told(Column column, String text, String masked) {
    if (!masked.equals(text)) {
      flaw(IssueCode.PRIVATE_TEXT_REMOVED, label(column));
    }
    return masked;
  }

  /// What a filer answered; `""` for `n/a`.
  String answer(Column column) {
    var text = free(column);
    return Blank.isNothing(text) ? "" : text;
  }

  boolean isBlank(Column column) {
    return Days.isBlank(text(column));
  }

  /// Null when there is nothing, or nothing readable, in the cell.
  @Nullable
  Long cents(Column column) {
    var text = text(column);
    if (Blank.isBlank(text)) {
      return null;
    }
    var cents = Cents.parse(text);
    if (cents.isEmpty()) {
      flaw(IssueCode.UNREADABLE_AMOUNT, label(column) + " " + shown(text));
      return null;
    }
    return cents.getAsLong();
  }

  /// The day in ISO form, `""` when there is none to read.
  String day(Column column) {
    var text = text(column);
    var day = Days.parse(text);
    if (day.isEmpty()) {
      if (!Days.isBlank(text)) {
        flaw(IssueCode.UNREADABLE_DATE, label(column) + " " + shown(text));
      }
      return "";
    }
    if (!Days.isPlausible(day.get())) {
      flaw(IssueCode.IMPLAUSIBLE_DATE, label(column) + " " + text);
    }
    return day.get().toString();
  }

  /// Yes and no in the ways of the formats: y/n, t/f, True/False, 1/0; an X marks a box.
  Optional<Boolean> flag(Column column) {
    var text = text(column);
    if (Blank.isBlank(text)) {
      return Optional.empty();
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 't', 'T', '1', 'x', 'X' -> Optional.of(true);
      case 'n', 'N', 'f', 'F', '0' -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// A text that should have been an amount or a date. When columns were shifted it may be anything, a street line too.
  static String shown(String text) {
    return text.length() <= 20 && text.indexOf(' ') < 0 ? FreeText.mask(text) : "(" + text.length() + " characters)";
  }

  private static String label(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
