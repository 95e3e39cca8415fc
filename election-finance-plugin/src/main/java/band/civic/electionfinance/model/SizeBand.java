package band.civic.electionfinance.model;

/// The bands in which contributions are counted (netfile 4.3). $100 is what must be itemised.
public final class SizeBand {

  private SizeBand() {}

  /// The label of the amount's band; a return of $250 is in the band of a gift of $250.
  public static String of(long cents) {
    var amount = Math.abs(cents);
    if (amount < 100_00) {
      return "<100";
    } else if (amount < 250_00) {
      return "100-249";
    } else if (amount < 500_00) {
      return "250-499";
    } else if (amount < 1000_00) {
      return "500-999";
    }
    return "1000+";
  }
}
