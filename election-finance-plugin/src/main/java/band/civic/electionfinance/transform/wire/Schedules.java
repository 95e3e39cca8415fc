package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.Digits;
import band.civic.electionfinance.model.Schedule;
import java.util.List;
import java.util.Locale;

/// Which schedule a row belongs to. `Form_Type` says so, but a spreadsheet program that took `A` for a time of day wrote
/// `00:00:00`; then the sheet tells, or the API's transaction type.
final class Schedules {
  /// By Connect2's transaction type number (netfile 1.1).
  private static final List<String> BY_NUMBER = List.of("A", "C", "I", "F401A", "F496P3", "D", "E", "G", "F450P5",
      "F461P5", "F465P3", "F", "B1", "B2", "H", "F401B", "F401B1", "F401C", "F401D", "F496", "F497P1", "F497P2",
      "F498R",
      "F498A");

  private Schedules() {}

  /// @param formType as the row has it
  /// @param transactionType the API's number or name, `F460A`; may be empty
  /// @param sheet where the row stands, `A-Contributions`
  static Schedule of(String formType, String transactionType, String sheet) {
    var code = formType.toUpperCase(Locale.ROOT);
    for (var candidate : List.of(code, ofType(transactionType), ofSheet(sheet))) {
      var known = Schedule.find(candidate);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return Schedule.unknown(code.isEmpty() ? transactionType : code, "");
  }

  private static String ofType(String type) {
    if (type.startsWith("F460")) {
      return type.substring(4);
    }
    if (type.length() <= 2 && Digits.isNumber(type)) {
      var number = Integer.parseInt(type);
      return number < BY_NUMBER.size() ? BY_NUMBER.get(number) : "";
    }
    return type.equals("S496") ? "F496" : type;
  }

  /// Only part 1 of form 497 is money received; a row that does not say its part is taken for that.
  private static String ofSheet(String sheet) {
    return switch (sheet) {
      case "496" -> "F496";
      case "497" -> "F497P1";
      default -> sheet.indexOf('-') < 0 ? "" : sheet.substring(0, sheet.indexOf('-'));
    };
  }
}
