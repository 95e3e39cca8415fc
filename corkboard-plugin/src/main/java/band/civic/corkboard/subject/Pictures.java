package band.civic.corkboard.subject;

import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Unit;
import band.civic.corkboard.chart.Chart;
import band.civic.corkboard.chart.Chart.Kind;
import band.civic.corkboard.chart.Chart.Series;
import band.civic.corkboard.render.Cells;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sections as charts.
public final class Pictures {

  private Pictures() {}

  /// The chart of a section that has one: its first column over its columns of dollars, or of numbers without dollars.
  public static Optional<Chart> of(String title, Part part) {
    var look = part.section().look();
    var measures = part.measures();
    boolean draws = look == Look.BARS || look == Look.TIMELINE;
    if (!draws || part.rows().rows().isEmpty() || measures.isEmpty() || part.columns().isEmpty()) {
      return Optional.empty();
    }
    var named = part.columns().getFirst().name();
    var labels = part.rows().rows().stream().map(r -> Cells.text(part.value(r, named))).toList();
    var shown = look == Look.BARS ? measures.subList(0, 1) : measures;
    var series = shown.stream()
        .map(c -> new Series(c.title(), values(part, c.name())))
        .toList();
    return Optional.of(new Chart(title, look == Look.BARS ? Kind.BARS : Kind.TIME,
        measures.getFirst().unit() == Unit.DOLLARS, labels, series));
  }

  private static List<@Nullable Double> values(Part part, String column) {
    var values = new java.util.ArrayList<@Nullable Double>();
    part.rows()
        .rows()
        .forEach(r -> values.add(part.value(r, column) instanceof Number number ? number.doubleValue() : null));
    return values;
  }
}
