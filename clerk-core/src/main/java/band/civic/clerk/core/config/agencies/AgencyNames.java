package band.civic.clerk.core.config.agencies;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the name of a Californian agency says about the place it serves. NetFile writes names in about nine shapes;
/// this reads them for a proposal that a person then reviews, never at run time.
final class AgencyNames {
  private static final List<Shape> SHAPES = List.of(
      new Shape("(.+), County(?: of)?", "county", name -> name),
      new Shape("County of (.+)", "county", name -> name),
      new Shape("(.+), (?:City|Town)(?: of)?", "city", name -> name),
      new Shape("(?:City|Town) of (.+)", "city", name -> name),
      new Shape("(.+) County", "county", name -> name),
      // Culver City, Redwood City: the word belongs to the name
      new Shape("(.+) City", "city", name -> name + " City"));

  private AgencyNames() {}

  /// The place, when the name has a known shape. The slug follows the names that are in use: a city without spaces and
  /// punctuation, a county with `-county`.
  static Optional<Place> read(String agencyName) {
    return SHAPES.stream().flatMap(shape -> shape.read(agencyName).stream()).findFirst();
  }

  /// A place as its name gives it.
  ///
  /// @param name for people: `Alameda County`
  /// @param kind `city` or `county`
  /// @param subdomain by the rule
  record Place(String name, String kind, String subdomain) {}

  private record Shape(Pattern pattern, String kind, Function<String, String> whole) {
    Shape(String pattern, String kind, Function<String, String> whole) {
      this(Pattern.compile(pattern), kind, whole);
    }

    Optional<Place> read(String agencyName) {
      var matcher = pattern.matcher(agencyName.strip());
      // a comma that is left is a part of an office, such as a clerk of the board
      return matcher.matches() && !matcher.group(1).contains(",")
          ? Optional.of(place(whole.apply(matcher.group(1).strip())))
          : Optional.empty();
    }

    private Place place(String name) {
      var slug = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      return kind.equals("county")
          ? new Place(name + " County", kind, slug + "-county.ca")
          : new Place(name, kind, slug + ".ca");
    }
  }
}
