package band.civic.corkboard.page;

import band.civic.corkboard.http.Numbers;
import java.util.List;
import java.util.Map;

/// The page of a chart.
///
/// @param title what it shows
/// @param measure what the numbers are
/// @param rows the numbers
/// @param places where its parts are
public record ChartPage(String title, String measure, List<Map.Entry<String, Double>> rows, Places places) {

  /// @param svg the picture
  /// @param data what it shows, as JSON
  /// @param absoluteSvg the picture, for other people's pages
  /// @param embed the page in a frame, for other people's pages
  /// @param source the rows that are counted
  public record Places(String svg, String data, String absoluteSvg, String embed, String source) {}

  public String number(double value) {
    return value == Math.rint(value) ? String.format("%,.0f", value) : Numbers.text(value);
  }

  public String imageCode() {
    return "<img src=\"" + places.absoluteSvg + "\" alt=\"" + title.replace("\"", "&quot;") + "\">";
  }

  public String frameCode() {
    return "<iframe src=\"" + places.embed + "\" width=\"720\" height=\"400\" title=\"" + title.replace("\"", "&quot;")
        + "\"></iframe>";
  }
}
