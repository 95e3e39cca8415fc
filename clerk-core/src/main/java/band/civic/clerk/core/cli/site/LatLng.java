package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.site.Position;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `37.77,-122.24`.
final class LatLng implements ITypeConverter<Position> {
  private static final Pattern PAIR = Pattern
      .compile("\\s*([-+]?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*([-+]?\\d{1,3}(?:\\.\\d+)?)\\s*");

  @Override
  public Position convert(String text) {
    var pair = PAIR.matcher(text);
    if (pair.matches()) {
      var position = new Position(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
      if (Math.abs(position.lat()) <= 90 && Math.abs(position.lng()) <= 180) {
        return position;
      }
    }
    throw new TypeConversionException(
        "'%s' is not LATITUDE,LONGITUDE in degrees, such as 37.77,-122.24".formatted(text));
  }
}
