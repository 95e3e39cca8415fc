package band.civic.clerk.core.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What may stand in a site's row. A subdomain becomes a host name and a directory, so it is held to the rules of both.
public final class SiteRules {
  /// What a place can be.
  public static final List<String> KINDS = List.of("city", "town", "county", "city-county", "special-district",
      "school-district", "state", "nation");

  private static final Pattern SUBDOMAIN = Pattern
      .compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  // what Java makes of an argument's bytes that the locale cannot read
  private static final char UNREADABLE = '\ufffd';
  private static final int LONGEST_HOST = 200;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private SiteRules() {}

  /// Whether `text` can be a subdomain: lower-case labels of letters, digits and inner hyphens, joined by dots.
  public static boolean isSubdomain(String text) {
    return text.length() <= LONGEST_HOST && SUBDOMAIN.matcher(text).matches();
  }

  /// What is wrong with a site, each with what is right; empty when nothing is.
  public static List<String> problems(NewSite site) {
    var problems = new ArrayList<String>();
    if (!isSubdomain(site.subdomain())) {
      problems.add("subdomain `%s` is not lower-case labels joined by dots, such as alameda.ca"
          .formatted(site.subdomain()));
    }
    if (site.name().isBlank()) {
      problems.add("the name is empty");
    }
    if (site.name().indexOf(UNREADABLE) >= 0) {
      problems.add("the name has letters that this terminal's locale lacks; set LC_ALL=C.UTF-8");
    }
    if (!site.state().matches("[A-Z]{2}")) {
      problems.add("state `%s` is not two capital letters, such as CA".formatted(site.state()));
    }
    if (!COUNTRIES.contains(site.country())) {
      problems.add("country `%s` is not an ISO 3166 code, such as US".formatted(site.country()));
    }
    if (!KINDS.contains(site.kind())) {
      problems.add("kind `%s` is none of %s".formatted(site.kind(), String.join(", ", KINDS)));
    }
    site.position()
        .filter(p -> !(Math.abs(p.lat()) <= 90 && Math.abs(p.lng()) <= 180))
        .ifPresent(p -> problems.add("position %s,%s is not latitude -90..90, longitude -180..180"
            .formatted(p.lat(), p.lng())));
    return List.copyOf(problems);
  }
}
