package band.civic.corkboard.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Places on a map in half degrees, x from the date line eastwards and y from the pole southwards, stretched as far as
/// degrees of longitude are shorter at that latitude.
///
/// @param viewBox the part of the world that is shown
/// @param stretch how much taller than wide a degree is
/// @param dots the places
/// @param radius of a dot
public record PlacesMap(String viewBox, String stretch, List<Dot> dots, String radius) {
  private static final double LEAST = 48;

  /// @param link the place
  /// @param finance true when it has campaign finance
  public record Dot(Link link, boolean finance, String x, String y) {}

  /// @param link the place
  public record Place(Link link, boolean finance, double latitude, double longitude) {

    private double x() {
      return (longitude + 180) * 2;
    }

    private double y(double stretch) {
      return (90 - latitude) * 2 * stretch;
    }
  }

  /// A map that just holds all places; nothing without places.
  public static Optional<PlacesMap> of(List<Place> places) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    double middle = places.stream().mapToDouble(Place::latitude).average().orElse(0);
    double stretch = 1 / Math.max(0.2, Math.cos(Math.toRadians(middle)));
    var across = places.stream().mapToDouble(Place::x).summaryStatistics();
    var down = places.stream().mapToDouble(p -> p.y(stretch)).summaryStatistics();
    double width = Math.max(LEAST,
        Math.max(across.getMax() - across.getMin(), 1.6 * (down.getMax() - down.getMin())) * 1.2);
    double height = width / 1.8;
    double left = (across.getMax() + across.getMin() - width) / 2;
    double top = (down.getMax() + down.getMin() - height) / 2;
    var dots = places.stream()
        .map(p -> new Dot(p.link, p.finance, number(p.x()), number(p.y(stretch))))
        .toList();
    return Optional.of(new PlacesMap(number(left) + " " + number(top) + " " + number(width) + " " + number(height),
        number(stretch), dots, number(width / 130)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
