package band.civic.clerk.core.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fields of one site as a table of sites names them; fields that are not named stay as they are.
///
/// @param place where it stands, for messages: `sites.csv:3`
/// @param fields `subdomain`, `name`, `state`, `country`, `kind`, `lat`, `lng`, and `extra.KEY`
public record SiteChange(String place, Map<String, String> fields) {
  private static final List<String> FIELDS = List.of("subdomain", "name", "state", "country", "kind", "lat", "lng");
  private static final String EXTRA = "extra.";

  public SiteChange {
    fields = Map.copyOf(fields);
  }

  /// The site it speaks of; empty text when it names none.
  public String subdomain() {
    return fields.getOrDefault("subdomain", "");
  }

  /// What cannot be understood, apart from the values themselves.
  List<String> problems() {
    var problems = new ArrayList<String>();
    fields.keySet()
        .stream()
        .filter(field -> !FIELDS.contains(field) && !field.startsWith(EXTRA))
        .sorted()
        .forEach(field -> problems.add("unknown field `" + field + "`"));
    if (fields.containsKey("lat") != fields.containsKey("lng")) {
      problems.add("`lat` and `lng` go together");
    }
    for (var field : List.of("lat", "lng")) {
      if (fields.containsKey(field) && number(field).isEmpty()) {
        problems.add("`%s` is not a number: %s".formatted(field, fields.get(field)));
      }
    }
    return problems;
  }

  /// The site after the change, given the site before it.
  NewSite applyTo(Optional<NewSite> before) {
    var extra = new HashMap<>(before.map(NewSite::extra).orElse(Map.of()));
    fields.forEach((field, value) -> {
      if (field.startsWith(EXTRA)) {
        extra.put(field.substring(EXTRA.length()), value);
      }
    });
    return new NewSite(subdomain(), field("name", before.map(NewSite::name).orElse("")),
        field("state", before.map(NewSite::state).orElse("")),
        field("country", before.map(NewSite::country).orElse("US")),
        field("kind", before.map(NewSite::kind).orElse("")),
        position().or(() -> before.flatMap(NewSite::position)), extra);
  }

  private Optional<Position> position() {
    return number("lat").flatMap(lat -> number("lng").map(lng -> new Position(lat, lng)));
  }

  private Optional<Double> number(String field) {
    // the shape first: parseDouble also takes `NaN`, `1d` and `0x1p3`
    return Optional.ofNullable(fields.get(field))
        .filter(text -> text.matches("[-+]?\\d{1,3}(\\.\\d+)?"))
        .map(Double::valueOf);
  }

  private String field(String name, String before) {
    return fields.getOrDefault(name, before);
  }
}
