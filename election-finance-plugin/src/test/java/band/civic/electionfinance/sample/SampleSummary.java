package band.civic.electionfinance.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The summary page of a Form 460: every line follows from the schedules and the report before.
final class SampleSummary {
  private static final int LINES_WITH_YEAR = 11;

  record Line(String form, String item) {}

  record Amounts(long period, Optional<Long> year) {}

  private static final Amounts NOTHING = new Amounts(0, Optional.of(0L));

  private final SampleReport report;
  private final Map<Line, Amounts> before;
  private final Map<Line, Amounts> lines = new LinkedHashMap<>();

  private SampleSummary(SampleReport report) {
    this.report = report;
    this.before = report.previous.map(SampleSummary::of).orElse(Map.of());
  }

  static Map<Line, Amounts> of(SampleReport report) {
    var summary = new SampleSummary(report);
    summary.page();
    summary.schedules();
    return summary.lines;
  }

  private void page() {
    put(1, of("A 1") + of("A 2"));
    put(2, of("B1 1") - of("B1 2"));
    put(3, line(1) + line(2));
    put(4, of("C 1") + of("C 2"));
    put(5, line(3) + line(4));
    put(6, of("E 1") + of("E 2") + of("E 3"));
    put(7, of("H 1") - of("H 2"));
    put(8, line(6) + line(7));
    put(9, of("F 1") - of("F 2"));
    put(10, line(4));
    put(11, line(8) + line(9) + line(10));
    put(12, before.getOrDefault(f460(16), NOTHING).period());
    put(13, line(3));
    put(14, of("I 1") + of("I 2") + of("I 3"));
    put(15, line(8));
    put(16, line(12) + line(13) + line(14) - line(15));
    put(17, of("B2 guaranteed"));
    put(18, 0);
    put(19, of("F owed") + of("B1 owed"));
  }

  private void schedules() {
    schedule("A", of("A 1"), of("A 2"), line(1));
    schedule("B1", of("B1 1"), of("B1 2"), line(2));
    schedule("C", of("C 1"), of("C 2"), line(4));
    schedule("D", of("D 1"), 0, of("D 1"));
    schedule("E", of("E 1"), of("E 2"), of("E 3"), line(6));
    schedule("F", of("F 1"), of("F 2"), line(9));
    schedule("H", of("H 1"), of("H 2"), line(7));
    schedule("I", of("I 1"), of("I 2"), of("I 3"), line(14));
  }

  private void schedule(String form, long... amounts) {
    for (var i = 0; i < amounts.length; i++) {
      lines.put(new Line(form, Integer.toString(i + 1)), new Amounts(amounts[i], Optional.empty()));
    }
  }

  private void put(int item, long period) {
    lines.put(f460(item),
        new Amounts(period, item > LINES_WITH_YEAR ? Optional.empty() : Optional.of(year(item, period))));
  }

  /// The calendar year's amount: that of the report before, if it is of this year, and this one.
  private long year(int item, long period) {
    var sameYear = report.previous.filter(earlier -> earlier.from.getYear() == report.from.getYear()).isPresent();
    return period + (sameYear ? before.getOrDefault(f460(item), NOTHING).year().orElse(0L) : 0);
  }

  private long line(int item) {
    return lines.getOrDefault(f460(item), NOTHING).period();
  }

  private long of(String key) {
    return report.sum(key);
  }

  private static Line f460(int item) {
    return new Line("F460", Integer.toString(item));
  }
}
