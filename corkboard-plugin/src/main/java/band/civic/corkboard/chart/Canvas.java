package band.civic.corkboard.chart;

import band.civic.corkboard.render.Xml;
import java.util.Locale;

/// An SVG picture in the making, with the colours of light and dark.
final class Canvas {
  static final int WIDTH = 720;
  private static final String STYLE = "text{fill:#1b2733}.d{fill:#54616e}.b0{fill:#0f766e}.b1{fill:#b45309}.b2{fill:#4338ca}"
      + ".l0{stroke:#0f766e}.l1{stroke:#b45309}.l2{stroke:#4338ca}.p{fill:#fff}.g{stroke:#d9dee3}"
      + "@media(prefers-color-scheme:dark){text{fill:#e7ecf1}.d{fill:#a3b0bd}.b0{fill:#5eead4}.b1{fill:#fdba74}"
      + ".b2{fill:#a5b4fc}.l0{stroke:#5eead4}.l1{stroke:#fdba74}.l2{stroke:#a5b4fc}.p{fill:#1a222b}.g{stroke:#303b46}}";

  private final StringBuilder out = new StringBuilder();

  Canvas(String title, int height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH
        + "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + Xml.escape(title)
        + "\" font-family=\"system-ui, sans-serif\" font-size=\"14\"><style>" + STYLE
        + "</style><rect class=\"p\" width=\"100%\" height=\"100%\"/>");
    text(12, 26, title, "font-size=\"17\" font-weight=\"600\"");
  }

  void text(double x, double y, String text, String attributes) {
    out.append(
        "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + attributes + ">" + Xml.escape(text) + "</text>");
  }

  /// A bar with its words for those who point at it.
  void bar(double[] place, int series, String words) {
    out.append("<rect class=\"b" + series + "\" x=\"" + number(place[0]) + "\" y=\"" + number(place[1]) + "\" width=\""
        + number(place[2]) + "\" height=\"" + number(place[3]) + "\" rx=\"2\"><title>" + Xml.escape(words)
        + "</title></rect>");
  }

  void line(double[] from, double[] to) {
    out.append("<line class=\"g\" x1=\"" + number(from[0]) + "\" y1=\"" + number(from[1]) + "\" x2=\"" + number(to[0])
        + "\" y2=\"" + number(to[1]) + "\"/>");
  }

  void path(String points, int series) {
    out.append("<polyline class=\"l" + series + "\" fill=\"none\" stroke-width=\"2\" points=\"" + points + "\"/>");
  }

  String svg() {
    return out + "</svg>";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String shortened(String label, int most) {
    var shown = label.length() > most ? label.substring(0, most - 1) + "…" : label;
    return shown.isBlank() ? "-" : shown;
  }
}
