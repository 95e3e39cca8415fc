package band.civic.electionfinance.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where a transaction was reported, what that makes it, and whether it adds to a total (netfile 3.3).
///
/// @param code as the source has it in `Form_Type`
/// @param kind what its rows are
/// @param uncounted why its rows never count, when they never do
public record Schedule(String code, Kind kind, Optional<Reason> uncounted) {
  private static final Map<String, Schedule> KNOWN = new HashMap<>();

  static {
    counted("A", Kind.CONTRIBUTION);
    counted("B1", Kind.LOAN);
    uncounted("B2", Kind.LOAN, Reason.NOT_TOTALLED);
    counted("C", Kind.CONTRIBUTION);
    uncounted("D", Kind.SUMMARY_OF_SUPPORT, Reason.SCHEDULE_D);
    counted("E", Kind.EXPENDITURE);
    counted("F", Kind.ACCRUED);
    uncounted("G", Kind.SUB_PAYMENT, Reason.SCHEDULE_G);
    uncounted("H", Kind.LOAN, Reason.NOT_TOTALLED);
    counted("I", Kind.MISC_RECEIPT);
    counted("F496", Kind.INDEPENDENT);
    counted("F496P3", Kind.LATE_CONTRIBUTION);
    counted("F497P1", Kind.LATE_CONTRIBUTION);
    uncounted("F497P2", Kind.LATE_PAYMENT, Reason.F497P2_MIRROR);
    counted("F461P5", Kind.EXPENDITURE);
    uncounted("F465P3", Kind.INDEPENDENT, Reason.F465P3_REPEATED);
    uncounted("F450P5", Kind.EXPENDITURE, Reason.NOT_TOTALLED);
    uncounted("F401A", Kind.CONTRIBUTION, Reason.NOT_TOTALLED);
    uncounted("F401B", Kind.EXPENDITURE, Reason.NOT_TOTALLED);
    uncounted("F401B1", Kind.SUB_PAYMENT, Reason.NOT_TOTALLED);
    uncounted("F401C", Kind.EXPENDITURE, Reason.NOT_TOTALLED);
    uncounted("F401D", Kind.EXPENDITURE, Reason.NOT_TOTALLED);
    uncounted("F498R", Kind.CONTRIBUTION, Reason.NOT_TOTALLED);
    uncounted("F498A", Kind.EXPENDITURE, Reason.NOT_TOTALLED);
  }

  /// The schedule of that code.
  public static Optional<Schedule> find(String code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  /// For a code that nobody described: kept, never added.
  public static Schedule unknown(String code, String recType) {
    var kind = switch (recType) {
      case "EXPN" -> Kind.EXPENDITURE;
      case "LOAN" -> Kind.LOAN;
      case "DEBT" -> Kind.ACCRUED;
      case "S496" -> Kind.INDEPENDENT;
      case "S497" -> Kind.LATE_CONTRIBUTION;
      default -> Kind.CONTRIBUTION;
    };
    return new Schedule(code, kind, Optional.of(Reason.NOT_TOTALLED));
  }

  /// Whether it is one of those described here.
  public boolean isKnown() {
    return KNOWN.containsKey(code);
  }

  /// The form the schedule is part of.
  public Form form() {
    return Form.of(code);
  }

  private static void counted(String code, Kind kind) {
    KNOWN.put(code, new Schedule(code, kind, Optional.empty()));
  }

  private static void uncounted(String code, Kind kind, Reason reason) {
    KNOWN.put(code, new Schedule(code, kind, Optional.of(reason)));
  }
}
