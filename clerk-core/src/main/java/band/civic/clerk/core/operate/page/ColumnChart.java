package band.civic.clerk.core.operate.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Columns over days, as what an SVG draws. Numbers are pixels of the drawing.
///
/// @param title what is counted
/// @param summary the same in one sentence, for whoever cannot see it
/// @param legend what the parts are, with their class
/// @param columns one for each day
/// @param lines the scale
public record ColumnChart(String title, String summary, List<Part> legend, List<Column> columns, List<Line> lines) {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 180;
  private static final int LEFT = 44;
  private static final int BOTTOM = 22;
  private static final int TOP = 10;
  private static final double GAP = 0.28;
  private static final int STEPS = 4;
  private static final int LABELS = 6;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /// One part of the columns: `failed`, drawn as class `bad`.
  public record Part(String name, String tone) {}

  /// A day's values, in the order of the parts.
  record Day(LocalDate date, List<Long> values) {

    long total() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  /// A drawn part of a column.
  public record Bar(double x, double y, double width, double height, String tone) {}

  /// A drawn day.
  ///
  /// @param label under the column; empty for most
  public record Column(String tip, String label, double middle, double left, double width, boolean last,
      List<Bar> bars) {}

  /// A line of the scale.
  public record Line(double y, String label) {}

  static ColumnChart of(String title, List<Part> parts, List<Day> days) {
    var top = roundedUp(days.stream().mapToLong(Day::total).max().orElse(0));
    var sums = new ArrayList<String>();
    for (var i = 0; i < parts.size(); i++) {
      var part = i;
      sums.add("%,d %s".formatted(days.stream().mapToLong(day -> day.values().get(part)).sum(), parts.get(i).name()));
    }
    var columns = IntStream.range(0, days.size()).mapToObj(i -> column(parts, days, i, top)).toList();
    return new ColumnChart(title, "%s in %d days: %s.".formatted(title, days.size(), String.join(", ", sums)), parts,
        columns, lines(top));
  }

  private static Column column(List<Part> parts, List<Day> days, int index, long top) {
    var day = days.get(index);
    var slot = (double) (WIDTH - LEFT) / days.size();
    var left = LEFT + slot * index;
    var bars = new ArrayList<Bar>();
    var y = (double) (HEIGHT - BOTTOM);
    for (var i = 0; i < parts.size(); i++) {
      var height = height(day.values().get(i), top);
      y -= height;
      if (height > 0) {
        bars.add(new Bar(rounded(left + slot * GAP / 2), rounded(y), rounded(slot * (1 - GAP)), rounded(height),
            parts.get(i).tone()));
      }
    }
    var every = Math.max(1, days.size() / LABELS);
    var label = (days.size() - 1 - index) % every == 0 ? DAY.format(day.date()) : "";
    var last = index == days.size() - 1;
    // the last label ends with its column: there is no room beside it
    return new Column(tip(parts, day), label, rounded(last ? left + slot : left + slot / 2), rounded(left),
        rounded(slot),
        last, bars);
  }

  private static String tip(List<Part> parts, Day day) {
    return day.date() + ": " + String.join(", ", IntStream.range(0, parts.size())
        .mapToObj(i -> "%,d %s".formatted(day.values().get(i), parts.get(i).name()))
        .toList());
  }

  private static List<Line> lines(long top) {
    return IntStream.rangeClosed(0, STEPS)
        .filter(step -> top * step % STEPS == 0)
        .mapToObj(
            step -> new Line(rounded(HEIGHT - BOTTOM - height(top * step / STEPS, top)), shortly(top * step / STEPS)))
        .toList();
  }

  private static double height(long value, long top) {
    return (double) value / top * (HEIGHT - BOTTOM - TOP);
  }

  /// 1, 2, 4, 10, 20, 40, 100 … so that the scale has plain numbers.
  private static long roundedUp(long value) {
    var power = 1L;
    while (true) {
      for (var factor : new long[]{4, 8, 20}) {
        if (factor * power >= value) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static String shortly(long value) {
    if (value >= 1_000_000) {
      return plain(value / 1_000_000.0) + "M";
    }
    return value >= 10_000 ? plain(value / 1000.0) + "k" : "%,d".formatted(value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(Math.round(value * 10) / 10.0);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
