package band.civic.electionfinance.extract.source;

import band.civic.electionfinance.netfile.NetFileSettings;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds the years that a source has by asking for one after the other, for sources without a list of years.
final class PastYears {
  private PastYears() {}

  /// Goes back from this year until some years running have nothing.
  ///
  /// @return newest first
  static List<Integer> list(NetFileSettings settings, Clock clock, IntPredicate hasData) {
    var years = new ArrayList<Integer>();
    var empty = 0;
    var oldest = settings.number("netfile.first-year");
    for (var year = Year.now(clock).getValue(); year >= oldest
        && empty < settings.number("netfile.empty-years"); year--) {
      if (hasData.test(year)) {
        years.add(year);
        empty = 0;
      } else {
        empty++;
      }
    }
    return years;
  }
}
