package band.civic.corkboard.chart;

import java.util.Objects;
import java.util.stream.IntStream;

/// Values over time: columns side by side while there is room for them, else lines. Every label has the same room.
record TimePicture(Chart chart) {
  private static final int LEFT = 72;
  private static final int RIGHT = 16;
  private static final int TOP = 70;
  private static final int BOTTOM = 34;
  private static final int HEIGHT = 320;
  private static final int MOST_COLUMNS = 72;
  private static final int MOST_LETTERS = 90;

  String svg() {
    var canvas = new Canvas(Canvas.shortened(chart.title(), 80), HEIGHT);
    var scale = Scale.of(chart);
    axes(canvas, scale);
    legend(canvas);
    boolean columns = chart.labels().size() * chart.series().size() <= MOST_COLUMNS;
    for (int s = 0; s < chart.series().size(); s++) {
      if (columns) {
        columns(canvas, scale, s);
      } else {
        canvas.path(points(scale, s), s);
      }
    }
    return canvas.svg();
  }

  private void axes(Canvas canvas, Scale scale) {
    for (double tick = scale.low; tick <= scale.high + scale.step / 2; tick += scale.step) {
      double y = scale.y(tick);
      canvas.line(new double[]{LEFT, y}, new double[]{Canvas.WIDTH - RIGHT, y});
      canvas.text(LEFT - 8, y + 5, chart.brief(tick), "class=\"d\" text-anchor=\"end\" font-size=\"12\"");
    }
    int count = chart.labels().size();
    int longest = chart.labels().stream().mapToInt(String::length).max().orElse(1);
    int every = Math.max(1, (int) Math.ceil(count * (longest + 2.0) / MOST_LETTERS));
    for (int i = 0; i < count; i += every) {
      canvas.text(room() * (i + 0.5) + LEFT, HEIGHT - 12, Canvas.shortened(chart.labels().get(i), 10),
          "class=\"d\" text-anchor=\"middle\" font-size=\"12\"");
    }
  }

  private void legend(Canvas canvas) {
    double x = LEFT;
    for (int s = 0; s < chart.series().size(); s++) {
      var label = Canvas.shortened(chart.series().get(s).label(), 24);
      canvas.bar(new double[]{x, 40, 12, 12}, s, label);
      canvas.text(x + 18, 51, label, "font-size=\"13\"");
      x += 40 + 8 * label.length();
    }
  }

  private double room() {
    return (Canvas.WIDTH - LEFT - RIGHT) / (double) Math.max(1, chart.labels().size());
  }

  private void columns(Canvas canvas, Scale scale, int series) {
    double width = Math.min(48, room() * 0.8 / chart.series().size());
    double offset = (room() - width * chart.series().size()) / 2 + width * series;
    var all = chart.series().get(series);
    for (int i = 0; i < chart.labels().size(); i++) {
      var value = all.values().get(i);
      if (value != null) {
        double top = Math.min(scale.y(value), scale.y(0));
        canvas.bar(new double[]{LEFT + room() * i + offset, top, Math.max(1, width - 1),
            Math.abs(scale.y(value) - scale.y(0))}, series,
            chart.labels().get(i) + ", " + all.label() + ": " + chart.text(value));
      }
    }
  }

  private String points(Scale scale, int series) {
    var values = chart.series().get(series).values();
    var text = new StringBuilder();
    IntStream.range(0, values.size())
        .filter(i -> values.get(i) != null)
        .forEach(i -> text.append(Canvas.number(LEFT + room() * (i + 0.5)))
            .append(',')
            .append(Canvas.number(scale.y(Objects.requireNonNullElse(values.get(i), 0.0))))
            .append(' '));
    return text.toString().strip();
  }

  /// The axis of values, in steps of 1, 2 or 5 and so many zeros.
  private record Scale(double low, double high, double step) {

    static Scale of(Chart chart) {
      var all = chart.series().stream().flatMap(s -> s.values().stream()).filter(Objects::nonNull).toList();
      double high = Math.max(0, all.stream().mapToDouble(Double::doubleValue).max().orElse(1));
      double low = Math.min(0, all.stream().mapToDouble(Double::doubleValue).min().orElse(0));
      double rough = Math.max(high - low, 1e-9) / 4;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double factor = rough / power;
      double step = power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
      return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    double y(double value) {
      return HEIGHT - BOTTOM - (value - low) / Math.max(high - low, 1e-9) * (HEIGHT - BOTTOM - TOP);
    }
  }
}
