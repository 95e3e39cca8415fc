package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.site.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `clerk site new` takes.
final class NewSiteOptions {
  @Parameters(index = "0", arity = "0..1", paramLabel = "SUBDOMAIN", description = "Lower-case labels joined by dots: alameda.ca")
  @Nullable
  String subdomain;

  @Option(names = "--name", description = "The place's name for people: Alameda")
  @Nullable
  String name;

  @Option(names = "--state", description = "Two capital letters: CA")
  @Nullable
  String state;

  @Option(names = "--country", description = "ISO code (default: US)")
  @Nullable
  String country;

  @Option(names = "--kind", description = "city, town, county, city-county, special-district, school-district, state, nation")
  @Nullable
  String kind;

  @Option(names = "--lat-lng", paramLabel = "LAT,LNG", converter = LatLng.class, description = "Where it is, in degrees: 37.77,-122.24")
  @Nullable
  Position position;

  @Option(names = "--extra", paramLabel = "KEY=VALUE", description = "A free setting for plugins; may be given again")
  @Nullable
  Map<String, String> extra;
}
