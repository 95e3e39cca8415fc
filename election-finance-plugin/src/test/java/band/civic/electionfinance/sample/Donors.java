package band.civic.electionfinance.sample;

import java.time.LocalDate;
import java.util.List;

/// Ordinary contributions and payments, always the same ones for the same period.
final class Donors {
  private static final List<String> GIFTS = List.of("100", "250", "150", "500", "125.50", "1000", "300", "99.99", "200",
      "50", "750.25");
  private static final List<String> PRICES = List.of("310.10", "1250", "86.75", "449.99", "2000", "175");
  private static final List<String> CODES = List.of("LIT", "POS", "CMP", "WEB", "CNS", "FND", "OFC", "PHO", "PRO");

  private Donors() {}

  /// That many contributions, one every three days.
  static void give(SampleReport report, String firstDate, int count) {
    var date = LocalDate.parse(firstDate);
    for (var i = 0; i < count; i++) {
      var turn = date.getDayOfYear() + i;
      report.receives("A", Party.DONORS.get(turn % Party.DONORS.size()), date.plusDays(3L * i).toString(),
          GIFTS.get(turn % GIFTS.size()));
    }
  }

  /// That many payments, one every four days.
  static void pay(SampleReport report, String firstDate, int count) {
    var date = LocalDate.parse(firstDate);
    for (var i = 0; i < count; i++) {
      var turn = date.getDayOfYear() + i;
      report.pays(Party.PAYEES.get(turn % Party.PAYEES.size()), date.plusDays(4L * i).toString(),
          PRICES.get(turn % PRICES.size()), CODES.get(turn % CODES.size()));
    }
  }
}
