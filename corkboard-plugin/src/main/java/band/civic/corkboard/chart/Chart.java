package band.civic.corkboard.chart;

import band.civic.corkboard.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chart shows.
///
/// @param title what is counted
/// @param kind how it is drawn
/// @param dollars true when the values are US dollars
/// @param labels names of the bars, or days, months or years
/// @param series one value for each label, for each series
public record Chart(String title, Kind kind, boolean dollars, List<String> labels, List<Series> series)
    implements
      JsonObject {
  /// More bars than these say no more.
  private static final int MOST_BARS = 60;
  private static final int MOST_SERIES = 3;

  public Chart {
    int most = kind == Kind.BARS ? Math.min(MOST_BARS, labels.size()) : labels.size();
    labels = List.copyOf(labels.subList(0, most));
    series = series.stream().limit(MOST_SERIES).map(s -> s.first(most)).toList();
  }

  /// How a chart is drawn.
  public enum Kind {
    BARS, TIME
  }

  /// @param label what the values are
  /// @param values null where there is none
  public record Series(String label, List<@Nullable Double> values) {

    Series first(int most) {
      return new Series(label, values.subList(0, Math.min(most, values.size())));
    }
  }

  public boolean isEmpty() {
    return labels.isEmpty() || series.isEmpty();
  }

  /// A picture for readers without scripts, and for other people's pages.
  public String svg() {
    return kind == Kind.BARS ? new BarPicture(this).svg() : new TimePicture(this).svg();
  }

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("ok", true);
    map.put("title", title);
    map.put("kind", kind.name().toLowerCase(Locale.ROOT));
    map.put("unit", dollars ? "dollars" : "number");
    map.put("labels", labels);
    map.put("series", series.stream().map(s -> Map.of("label", s.label, "values", s.values)).toList());
    return map;
  }

  /// A value as people read it.
  String text(double value) {
    var whole = value == Math.rint(value);
    var number = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", Math.abs(value));
    return (value < 0 ? "-" : "") + (dollars ? "$" : "") + number;
  }

  /// A value as it stands beside an axis: `$12k`.
  String brief(double value) {
    var size = Math.abs(value);
    var sign = (value < 0 ? "-" : "") + (dollars ? "$" : "");
    if (size >= 1_000_000) {
      return sign + trimmed(size / 1_000_000) + "M";
    }
    return sign + (size >= 1_000 ? trimmed(size / 1_000) + "k" : trimmed(size));
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }
}
