package band.civic.corkboard.chart;

import java.util.Objects;

/// Bars from top to bottom, with their labels and numbers.
record BarPicture(Chart chart) {
  private static final int LINE = 26;
  private static final int LABELS = 240;
  private static final int NUMBERS = 110;
  private static final int TOP = 44;

  String svg() {
    var canvas = new Canvas(Canvas.shortened(chart.title(), 80), TOP + LINE * Math.max(1, chart.labels().size()) + 12);
    var values = chart.series().isEmpty() ? null : chart.series().getFirst().values();
    for (int i = 0; values != null && i < chart.labels().size(); i++) {
      bar(canvas, i, Objects.requireNonNullElse(values.get(i), 0.0));
    }
    return canvas.svg();
  }

  private void bar(Canvas canvas, int index, double value) {
    double most = chart.series()
        .getFirst()
        .values()
        .stream()
        .filter(Objects::nonNull)
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
    double length = most <= 0 ? 0 : Math.max(0, value / most) * (Canvas.WIDTH - LABELS - NUMBERS);
    int y = TOP + LINE * index;
    var label = chart.labels().get(index);
    canvas.text(LABELS - 10, y + 17, Canvas.shortened(label, 32), "text-anchor=\"end\"");
    canvas.bar(new double[]{LABELS, y + 3, length, 18}, 0, label + ": " + chart.text(value));
    canvas.text(LABELS + length + 8, y + 17, chart.text(value), "");
  }
}
