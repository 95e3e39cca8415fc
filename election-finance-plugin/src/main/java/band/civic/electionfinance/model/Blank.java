package band.civic.electionfinance.model;

/// What stands for "nothing here". CSV files made from JSON write `None` (netfile 3.5 item 16).
public final class Blank {

  private Blank() {}

  /// Whether the text says nothing.
  public static boolean isBlank(String text) {
    return switch (text.length()) {
      case 0 -> true;
      case 3 -> text.equalsIgnoreCase("nan");
      case 4 -> text.equalsIgnoreCase("none") || text.equalsIgnoreCase("null");
      default -> text.isBlank();
    };
  }
}
