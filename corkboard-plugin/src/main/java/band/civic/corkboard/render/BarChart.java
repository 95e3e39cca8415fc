package band.civic.corkboard.render;

import java.util.List;
import java.util.Locale;

/// Bars with their labels and numbers as an SVG picture: readable without scripts, in light and dark, and by screen
/// readers.
///
/// @param title what is counted
/// @param bars from top to bottom
public record BarChart(String title, List<Bar> bars) {
  private static final int WIDTH = 720;
  private static final int LINE = 26;
  private static final int LABELS = 240;
  private static final int NUMBERS = 90;
  private static final int TOP = 44;

  /// One bar.
  public record Bar(String label, double value) {}

  public String svg() {
    int height = TOP + LINE * Math.max(1, bars.size()) + 12;
    var out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
        + "\" role=\"img\" aria-label=\"" + Xml.escape(title) + "\" font-family=\"system-ui, sans-serif\" "
        + "font-size=\"14\"><style>text{fill:#1b2733}.b{fill:#0f766e}.p{fill:#fff}@media(prefers-color-scheme:dark){"
        + "text{fill:#e7ecf1}.b{fill:#5eead4}.p{fill:#1a222b}}</style><rect class=\"p\" width=\"100%\" height=\"100%\"/>"
        + "<text x=\"12\" y=\"26\" font-size=\"17\" font-weight=\"600\">" + Xml.escape(title) + "</text>");
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    for (int i = 0; i < bars.size(); i++) {
      out.append(bar(bars.get(i), TOP + LINE * i, most));
    }
    return out.append("</svg>").toString();
  }

  private static String bar(Bar bar, int y, double most) {
    double length = most <= 0 ? 0 : Math.max(0, bar.value / most) * (WIDTH - LABELS - NUMBERS);
    var label = bar.label.length() > 32 ? bar.label.substring(0, 31) + "…" : bar.label;
    var number = bar.value == Math.rint(bar.value)
        ? String.format(Locale.ROOT, "%,.0f", bar.value)
        : String.format(Locale.ROOT, "%,.2f", bar.value);
    return "<g><title>" + Xml.escape(bar.label) + ": " + number + "</title><text x=\"" + (LABELS - 10) + "\" y=\""
        + (y + 17) + "\" text-anchor=\"end\">" + Xml.escape(label.isBlank() ? "-" : label)
        + "</text><rect class=\"b\" x=\""
        + LABELS + "\" y=\"" + (y + 3) + "\" width=\"" + String.format(Locale.ROOT, "%.1f", length)
        + "\" height=\"18\" rx=\"3\"/><text x=\"" + String.format(Locale.ROOT, "%.1f", LABELS + length + 8) + "\" y=\""
        + (y + 17) + "\">" + number + "</text></g>";
  }
}
